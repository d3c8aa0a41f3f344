import type { Carrier } from './carrier.ts';

/** What was loaded though no element shows it: canvas, WebGL, `new Image()`, fetch. */
export const resource = {
  id: 'resource',
  reads: { '#loaded': 'address' },
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** A loaded address, also when no element shows it: canvas, WebGL, `new Image()`, fetch. */
export const resource = {
  id: 'resource',
  reads: { '#loaded': 'address' },
} as const satisfies Carrier;

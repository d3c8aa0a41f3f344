import type { Carrier } from './carrier.ts';

/** An `object` or `embed` that shows a picture. */
export const embedded = {
  id: 'embedded',
  reads: { 'object data': 'address', 'embed src': 'address' },
} as const satisfies Carrier;

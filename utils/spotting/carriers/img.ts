import type { Carrier } from './carrier.ts';

/** The picture of an `img`: `src`, and every candidate of `srcset`. */
export const img = {
  id: 'img',
  reads: { 'img src': 'address', 'img srcset': 'srcset' },
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** The sources of a `picture`. */
export const picture = {
  id: 'picture',
  reads: { 'source srcset': 'srcset', 'source src': 'address' },
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** The sources of a `picture`. */
export const picture = {
  id: 'picture',
  sites: { 'source srcset': 'srcset', 'source src': 'address' },
} as const satisfies Carrier;

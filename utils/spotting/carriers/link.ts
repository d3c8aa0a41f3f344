import type { Carrier } from './carrier.ts';

/** Where a link leads. */
export const link = {
  id: 'link',
  reads: { 'a href': 'address', 'area href': 'address', 'a xlink:href': 'address' },
} as const satisfies Carrier;

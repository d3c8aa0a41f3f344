import type { Carrier } from './carrier.ts';

/** The target of a link. */
export const link = {
  id: 'link',
  reads: { 'a href': 'address', 'area href': 'address', 'a xlink:href': 'address' },
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** The address of the page itself, ids in its query included. */
export const pageAddress = {
  id: 'page-address',
  reads: { '#page': 'address' },
} as const satisfies Carrier;

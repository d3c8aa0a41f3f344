import type { Carrier } from './carrier.ts';

/** The address of the page itself, with the ids in its query. */
export const pageAddress = {
  id: 'page-address',
  reads: { '#page': 'address' },
} as const satisfies Carrier;

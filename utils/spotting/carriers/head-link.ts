import type { Carrier } from './carrier.ts';

/** A `link` that preloads, prefetches or names an icon. */
export const headLink = {
  id: 'head-link',
  reads: { 'link href': 'address', 'link imagesrcset': 'srcset' },
} as const satisfies Carrier;

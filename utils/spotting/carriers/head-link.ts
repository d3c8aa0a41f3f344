import type { Carrier } from './carrier.ts';

/** A `link` that preloads, prefetches or names an icon. */
export const headLink = {
  id: 'head-link',
  claims: ({ tag, slot }) =>
    tag === 'link' && (slot === 'href' ? 'address' : slot === 'imagesrcset' && 'srcset'),
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** The picture of an `img`: `src`, and every candidate of `srcset`. */
export const img = {
  id: 'img',
  claims: ({ tag, slot }) =>
    tag === 'img' && (slot === 'src' ? 'address' : slot === 'srcset' && 'srcset'),
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** The sources of a `picture`. */
export const picture = {
  id: 'picture',
  claims: ({ tag, slot }) =>
    tag === 'source' && (slot === 'srcset' ? 'srcset' : slot === 'src' && 'address'),
} as const satisfies Carrier;

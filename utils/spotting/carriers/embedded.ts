import type { Carrier } from './carrier.ts';

/** An `object` or `embed` that shows a picture. */
export const embedded = {
  id: 'embedded',
  claims: ({ tag, slot }) =>
    ((tag === 'object' && slot === 'data') || (tag === 'embed' && slot === 'src')) && 'address',
} as const satisfies Carrier;

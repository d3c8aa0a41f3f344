import type { Carrier } from './carrier.ts';

/** Where a link leads. */
export const link = {
  id: 'link',
  claims: ({ tag, slot }) => (tag === 'a' || tag === 'area') && /href$/.test(slot) && 'address',
} as const satisfies Carrier;

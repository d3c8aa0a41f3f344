import type { Carrier } from './carrier.ts';

/** A `data-` attribute, from which a script may fill `src` later. */
export const lazy = {
  id: 'lazy',
  claims: ({ slot }) =>
    slot.startsWith('data-') && (slot.endsWith('srcset') ? 'srcset' : 'address'),
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** An attribute from which a script fills `src` later. */
export const lazy = {
  id: 'lazy',
  claims: ({ slot }) =>
    slot.startsWith('data-') && (slot.endsWith('srcset') ? 'srcset' : 'address'),
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** Anything inside the content of a `template`: inert until a script clones it. */
export const template = {
  id: 'template',
  claims: ({ inert, slot }) => !!inert && (/^(?:#|data-)/.test(slot) ? 'text' : 'markup'),
} as const satisfies Carrier;

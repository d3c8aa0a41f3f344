import type { Carrier } from './carrier.ts';

/** JSON in an attribute: component properties, Aliplayer options. */
export const jsonAttribute = {
  id: 'json-attribute',
  claims: ({ slot, value }) => !slot.startsWith('#') && /^\s*[[{]/.test(value) && 'text',
} as const satisfies Carrier;

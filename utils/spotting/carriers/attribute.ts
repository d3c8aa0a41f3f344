import type { Carrier } from './carrier.ts';

/** Any other attribute: event handlers, classes, properties of components. */
export const attribute = {
  id: 'attribute',
  claims: ({ slot }) => !slot.startsWith('#') && 'text',
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** A rule of a style sheet, nested, conditional and for states included. */
export const styleRule = {
  id: 'style-rule',
  claims: ({ tag, slot }) => (slot === '#rule' || (tag === 'style' && slot === '#text')) && 'css',
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** A rule of a style sheet, nested, conditional and for states included. */
export const styleRule = {
  id: 'style-rule',
  reads: { '#rule': 'css', 'style #text': 'css' },
} as const satisfies Carrier;

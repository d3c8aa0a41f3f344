import type { Carrier } from './carrier.ts';

/** A rule of a style sheet, also a nested or conditional one, or one for a state. */
export const styleRule = {
  id: 'style-rule',
  reads: { '#rule': 'css', 'style #text': 'css' },
} as const satisfies Carrier;

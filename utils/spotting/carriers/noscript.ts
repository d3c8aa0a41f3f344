import type { Carrier } from './carrier.ts';

/** What a page shows only without scripts; with them it is text. */
export const noscript = {
  id: 'noscript',
  reads: { 'noscript #text': 'markup' },
} as const satisfies Carrier;

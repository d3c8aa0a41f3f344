import type { Carrier } from './carrier.ts';

/** What a page shows only when scripts are off. When they are on, it is one text node. */
export const noscript = {
  id: 'noscript',
  reads: { 'noscript #text': 'markup' },
} as const satisfies Carrier;

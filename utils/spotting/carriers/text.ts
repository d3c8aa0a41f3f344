import type { Carrier } from './carrier.ts';

/** Text on the page. */
export const text = {
  id: 'text',
  reads: { '#text': 'text' },
} as const satisfies Carrier;

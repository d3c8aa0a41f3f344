import type { Carrier } from './carrier.ts';

/** Text that stands on the page. */
export const text = {
  id: 'text',
  reads: { '#text': 'text' },
} as const satisfies Carrier;

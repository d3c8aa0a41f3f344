import type { Carrier } from './carrier.ts';

/** Text that stands on the page. */
export const text = {
  id: 'text',
  sites: { '#text': 'text' },
} as const satisfies Carrier;

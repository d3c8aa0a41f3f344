import type { Carrier } from './carrier.ts';

/** An inline script, or data in one. */
export const script = {
  id: 'script',
  reads: { 'script #text': 'text' },
} as const satisfies Carrier;

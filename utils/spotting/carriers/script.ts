import type { Carrier } from './carrier.ts';

/** An inline script, or data in one. */
export const script = {
  id: 'script',
  claims: ({ tag, slot }) => tag === 'script' && slot === '#text' && 'text',
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** What a page says of itself to others: `og:image`, `twitter:image`. */
export const meta = {
  id: 'meta',
  reads: { 'meta content': 'address' },
} as const satisfies Carrier;

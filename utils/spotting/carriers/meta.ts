import type { Carrier } from './carrier.ts';

/** What a page tells other sites about itself: `og:image`, `twitter:image`. */
export const meta = {
  id: 'meta',
  reads: { 'meta content': 'address' },
} as const satisfies Carrier;

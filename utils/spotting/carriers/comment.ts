import type { Carrier } from './carrier.ts';

/** A comment in the markup. */
export const comment = {
  id: 'comment',
  reads: { '#comment': 'markup' },
} as const satisfies Carrier;

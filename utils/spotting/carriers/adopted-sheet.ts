import type { Carrier } from './carrier.ts';

/** A rule of a constructed sheet that a document or shadow root adopted. */
export const adoptedSheet = {
  id: 'adopted-sheet',
  reads: { '#adopted': 'css' },
} as const satisfies Carrier;

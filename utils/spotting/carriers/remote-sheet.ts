import type { Carrier } from './carrier.ts';

/** A style sheet of another origin, fetched as text because the browser hides its rules. */
export const remoteSheet = {
  id: 'remote-sheet',
  reads: { '#remote': 'css' },
} as const satisfies Carrier;

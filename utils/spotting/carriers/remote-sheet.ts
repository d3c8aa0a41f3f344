import type { Carrier } from './carrier.ts';

/** A sheet of another origin, fetched as text because its rules may not be read. */
export const remoteSheet = {
  id: 'remote-sheet',
  reads: { '#remote': 'css' },
} as const satisfies Carrier;

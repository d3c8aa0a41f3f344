import type { Carrier } from './carrier.ts';

/** The image that a `video` shows before it plays. */
export const poster = {
  id: 'poster',
  reads: { 'video poster': 'address' },
} as const satisfies Carrier;

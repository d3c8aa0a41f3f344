import type { Carrier } from './carrier.ts';

/** The markup of a `srcdoc` frame, and the address of any frame. */
export const frameSource = {
  id: 'frame-source',
  reads: { 'iframe srcdoc': 'markup', 'iframe src': 'address', 'frame src': 'address' },
} as const satisfies Carrier;

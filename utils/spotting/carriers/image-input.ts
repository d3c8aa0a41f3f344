import type { Carrier } from './carrier.ts';

/** A submit button that is a picture. */
export const imageInput = {
  id: 'image-input',
  reads: { 'input src': 'address' },
} as const satisfies Carrier;

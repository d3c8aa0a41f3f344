import type { Carrier } from './carrier.ts';

/** A submit button that is a picture. */
export const imageInput = {
  id: 'image-input',
  claims: ({ tag, slot }) => tag === 'input' && slot === 'src' && 'address',
} as const satisfies Carrier;

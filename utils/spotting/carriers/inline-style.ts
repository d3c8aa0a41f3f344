import type { Carrier } from './carrier.ts';

/** The `style` attribute, custom properties included. */
export const inlineStyle = {
  id: 'inline-style',
  reads: { style: 'css' },
} as const satisfies Carrier;

import type { Carrier } from './carrier.ts';

/** The `style` attribute, with its custom properties. */
export const inlineStyle = {
  id: 'inline-style',
  reads: { style: 'css' },
} as const satisfies Carrier;

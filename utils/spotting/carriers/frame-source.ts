import type { Carrier } from './carrier.ts';

/** The markup of a `srcdoc` frame, and the address of any frame. */
export const frameSource = {
  id: 'frame-source',
  claims: ({ tag, slot }) =>
    (tag === 'iframe' || tag === 'frame') &&
    (slot === 'srcdoc' ? 'markup' : slot === 'src' && 'address'),
} as const satisfies Carrier;

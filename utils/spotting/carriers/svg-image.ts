import type { Carrier } from './carrier.ts';

/** The `image`, `feImage` or `use` of an SVG, by either kind of `href`. */
export const svgImage = {
  id: 'svg-image',
  claims: ({ tag, slot }) =>
    /^(?:image|feImage|use)$/.test(tag) && /^(?:xlink:)?href$/.test(slot) && 'address',
} as const satisfies Carrier;

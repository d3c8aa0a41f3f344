import type { Carrier } from './carrier.ts';

/** An `image`, `feImage` or `use` of an SVG, by `href` or `xlink:href`. */
export const svgImage = {
  id: 'svg-image',
  claims: ({ tag, slot }) =>
    /^(?:image|feImage|use)$/.test(tag) && /^(?:xlink:)?href$/.test(slot) && 'address',
} as const satisfies Carrier;

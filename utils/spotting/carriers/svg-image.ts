import type { Carrier } from './carrier.ts';

/** The `image`, `feImage` or `use` of an SVG, by either kind of `href`. */
export const svgImage = {
  id: 'svg-image',
  sites: {
    'image href': 'address',
    'image xlink:href': 'address',
    'feImage href': 'address',
    'feImage xlink:href': 'address',
    'use href': 'address',
    'use xlink:href': 'address',
  },
} as const satisfies Carrier;

import { type Spotter, startSpotter } from '../../../utils/spotting/spotter.ts';

/** Addresses of image files in markup, as a simple search would find them. */
const USUAL = /https?:(?:\\?\/){2}[^\s"'<>()]+?\.(?:jpe?g|png|gif|webp)(?:\?[^\s"'<>()]*)?/gi;

let slices: number[] = [];
let spotter: Spotter | undefined;

/** @returns The milliseconds of a bare walk over all elements that reads every attribute. */
export function floor(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  let letters = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    for (const name of element.getAttributeNames())
      letters += element.getAttribute(name)?.length ?? 0;
  }
  return letters < 0 ? letters : performance.now() - start;
}

/** @returns The milliseconds of the usual way: all computed styles, and a regex over the markup. */
export function usual(): number {
  const start = performance.now();
  const found = new Set<string>();
  for (const element of document.querySelectorAll('*')) {
    for (const pseudo of [null, '::before', '::after']) {
      const { backgroundImage, content } = getComputedStyle(element, pseudo);
      for (const value of [backgroundImage, content]) if (value.includes('url(')) found.add(value);
    }
  }
  for (const [address] of document.documentElement.innerHTML.matchAll(USUAL)) found.add(address);
  return found.size < 0 ? 0 : performance.now() - start;
}

/**
 * The cost of a search: time of all slices and of the longest one, in ms. `keys`: what it found.
 */
export interface Cost {
  readonly total: number;
  readonly longest: number;
  readonly keys: readonly string[];
}

/**
 * Starts the spotter.
 * @returns The cost of its first search.
 */
export function first(): Promise<Cost> {
  spotter = startSpotter({
    document,
    report: () => {},
    onSlice: (milliseconds) => slices.push(milliseconds),
    ownHosts: ['vod.shop.example'],
    shadowRootOf: (element) => chrome.dom.openOrClosedShadowRoot(element),
    signal: new AbortController().signal,
  });
  return settled();
}

/** @returns The cost of the work since the last call. */
export async function settled(): Promise<Cost> {
  await spotter?.idle();
  const spent = slices;
  slices = [];
  return {
    total: spent.reduce((sum, slice) => sum + slice, 0),
    longest: Math.max(0, ...spent),
    keys:
      spotter
        ?.sightings()
        .filter(({ certainty }) => certainty === 'strict')
        .map(({ key }) => key) ?? [],
  };
}

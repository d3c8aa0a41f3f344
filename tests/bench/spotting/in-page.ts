import { type Spotter, startSpotter } from '../../../utils/spotting/spotter.ts';

/** What the extension API gives a content script. */
const USUAL = /https?:(?:\\?\/){2}[^\s"'<>()]+?\.(?:jpe?g|png|gif|webp)(?:\?[^\s"'<>()]*)?/gi;

let slices: number[] = [];
let spotter: Spotter | undefined;

/** The time that a bare pass over every element takes which reads each of its attributes. */
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

/** The time that the usual way takes: computed styles of everything, and a regex over the markup. */
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

/** What a search cost: the time of its slices together and of the longest one, in ms. */
export interface Cost {
  readonly total: number;
  readonly longest: number;
  readonly keys: readonly string[];
}

/** The first search of a page. */
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

/** What was done since the last question. */
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

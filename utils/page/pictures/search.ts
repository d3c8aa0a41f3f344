import { MOST_PICTURES } from '../../spotting/limits.ts';
import { draw, isDrawn, shownBy } from './read.ts';
import { type Box, boxOf, middleOf, topView } from './seen.ts';

/** An image to look for on a page: the keys of its sightings, and its addresses without fragment. */
export interface Wanted {
  readonly keys: readonly string[];
  readonly addresses: readonly string[];
}

/** The question to a frame. */
export interface PictureQuestion {
  readonly wanted: readonly Wanted[];
  /** How many of the first wanted images are read also when out of view, which needs decoding. */
  readonly anywhere: number;
  /** The edge of a small picture, in pixels. */
  readonly size: number;
}

/** An element that shows a wanted image; `at` is the index of that image. */
interface Showing {
  readonly at: number;
  readonly element: Element;
}

/** A small picture of a wanted image, or where it is seen. */
type Found = { readonly at: number } & ({ readonly picture: string } | { readonly box: Box });

const MOST_ELEMENTS = 5000;

/**
 * Searches the frame's own elements for images that have loaded. Finds a small picture of each if
 * the browser allows reading it, else the place where it is visible. Backgrounds, posters and SVG
 * images are found only where the spotter found them on an element.
 */
export async function searchPictures({ wanted, anywhere, size }: PictureQuestion) {
  const found: Found[] = [];
  const unread: Showing[] = [];
  for (const showing of showingsOf(wanted)) {
    if (found.length + unread.length >= MOST_PICTURES) break;
    const { at, element } = showing;
    if (element instanceof HTMLImageElement) {
      if (at >= anywhere && boxOf(element) === undefined) continue;
      const picture = draw(element, size);
      if (picture !== undefined) {
        found.push({ at, picture });
        continue;
      }
    }
    unread.push(showing);
  }
  const seen = await placesOf(unread);
  return { loadedAt: performance.timeOrigin, ...seen, found: [...found, ...seen.found] };
}

/** Where the elements are visible once the tab shows the current layout, and its size then. */
async function placesOf(showings: readonly Showing[]) {
  const inView = showings.filter(({ element }) => boxOf(element) !== undefined);
  const drawn = inView.length > 0 && (await isDrawn(inView.map(({ element }) => element)));
  const view = drawn ? topView() : undefined;
  if (view === undefined) return { found: [] };
  const found = inView.flatMap(({ at, element }): Found[] => {
    const box = boxOf(element);
    if (box === undefined) return [];
    // A frame around nothing is no picture; but an `img` is known to have loaded.
    return [{ at, box: element instanceof HTMLImageElement ? box : middleOf(box) }];
  });
  return { view, found };
}

/** The elements that show a wanted image: those where the spotter found it, then every `img`. */
function* showingsOf(wanted: readonly Wanted[]): Generator<Showing> {
  const positions = new Map(
    wanted.flatMap(({ addresses }, at) => addresses.map((address) => [address, at] as const)),
  );
  const positionOf = (address: string) => positions.get(address.replace(/#.*$/s, ''));
  for (const element of candidates(wanted)) {
    const at = addressesOf(element)
      .map(positionOf)
      .find((one) => one !== undefined);
    if (at !== undefined) yield { at, element };
  }
}

/** The addresses of what an element shows; none for an `img` that has not loaded. */
function addressesOf(element: Element): readonly string[] {
  if (!(element instanceof HTMLImageElement)) return shownBy(element);
  return element.complete && element.naturalWidth > 0 ? [element.currentSrc] : [];
}

/** Elements that may show a wanted image. */
function candidates(wanted: readonly Wanted[]): ReadonlySet<Element> {
  // An element of the page that has this name does not count.
  const watch = Object.hasOwn(globalThis, 'vodsweepWatch') ? globalThis.vodsweepWatch : undefined;
  const elements = new Set<Element>();
  for (const key of wanted.flatMap(({ keys }) => keys)) {
    const element = watch?.spotter.elementOf(key);
    if (element instanceof HTMLImageElement || element?.isConnected) elements.add(element);
  }
  for (const image of document.querySelectorAll('img')) {
    if (elements.size >= MOST_ELEMENTS) break;
    elements.add(image);
  }
  return elements;
}

import type { MarkOrder } from './marks/targets.ts';
import type { PictureQuestion } from './pictures/search.ts';

/*
 * What the worker runs in frames of a page by `executeScript`. Each function is sent as text: it may
 * use nothing from around it but types, and meets the content scripts in `page-world.ts`. Elements of
 * the page may bear the same names, so a name counts only where it is the global object's own.
 */

/** Roots by the browsers' own ways past a closed one: `chrome.dom`, and in Firefox the element. */
interface WithRoots {
  readonly chrome?: {
    readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  };
}

/** The id under which the frame's document reports, if it is watched. */
export function watchedDocument(): string | undefined {
  return Object.hasOwn(globalThis, 'vodsweepWatch')
    ? globalThis.vodsweepWatch?.document
    : undefined;
}

/** Goes on with spotting for a while though the page is hidden. */
export function hurrySpotter(): void {
  globalThis.vodsweepWatch?.spotter.hurry();
}

/** Whether the frame holds an element of one of these sightings. */
export function holdsOne(keys: readonly string[]): boolean {
  if (!Object.hasOwn(globalThis, 'vodsweepWatch')) return false;
  const spotter = globalThis.vodsweepWatch?.spotter;
  return keys.some((key) => spotter?.elementOf(key)?.isConnected);
}

/** Scrolls to the first of these sightings that can be seen and flashes it; false if none can. */
export function showOne(keys: readonly string[]): boolean {
  return globalThis.vodsweepMarks?.show(keys) === true;
}

/** Draws marks; says so where the script that draws is yet to be injected. */
export function drawMarks(order: MarkOrder): 'drawn' | 'no-script' | 'nothing' {
  const watch = Object.hasOwn(globalThis, 'vodsweepWatch') && globalThis.vodsweepWatch;
  if (!watch || watch.signal.aborted || watch.spotter.sightings().length === 0) {
    return 'nothing';
  }
  const marks = Object.hasOwn(globalThis, 'vodsweepMarks') && globalThis.vodsweepMarks;
  if (!marks) return 'no-script';
  marks.draw(order);
  return 'drawn';
}

/** Takes all marks off the frame. */
export function eraseMarks(): void {
  globalThis.vodsweepMarks?.erase?.();
}

/** Searches the frame for pictures of images; nothing where the script that does it is not there. */
export function askForPictures(question: PictureQuestion): unknown {
  return Object.hasOwn(globalThis, 'vodsweepPictures')
    ? globalThis.vodsweepPictures?.(question)
    : undefined;
}

/** Tells the person something on the page itself; false where no script can. */
export function sayOnPage(text: string): boolean {
  globalThis.vodsweepMarks?.say(text);
  return globalThis.vodsweepMarks !== undefined;
}

/**
 * What the pointer is on: the addresses of an image, of a link, and of the page. Nothing unless the
 * pointer is in this very frame and not in one inside it.
 */
export function lookUnderPointer(): unknown {
  const { dom } = (globalThis as WithRoots).chrome ?? {};
  const rootOf = (element: Element & { openOrClosedShadowRoot?: ShadowRoot | null }) =>
    (element instanceof HTMLElement && dom?.openOrClosedShadowRoot(element)) ||
    element.openOrClosedShadowRoot ||
    element.shadowRoot;
  let deepest: Element | undefined;
  for (let root: Document | ShadowRoot | null = document; root !== null; ) {
    const under: Element | undefined = [...root.querySelectorAll(':hover')].at(-1);
    if (under === undefined) break;
    deepest = under;
    root = rootOf(under);
  }
  if (deepest === undefined || /^i?frame$/i.test(deepest.tagName)) return undefined;
  const seen = (element: Element): string | undefined => {
    if (element instanceof HTMLImageElement) return element.currentSrc || element.src;
    if (element instanceof HTMLVideoElement) return element.poster || undefined;
    if (element instanceof SVGImageElement) return element.href.baseVal || undefined;
    return /url\("(https?:[^"]+)"\)/.exec(getComputedStyle(element).backgroundImage)?.[1];
  };
  let image: string | undefined;
  // What lies over an image, as a caption or a shade does, mostly stands beside it in the same box.
  for (let box: Element | null = deepest, up = 0; box && image === undefined && up < 4; up += 1) {
    image = seen(box);
    const inside = [...box.querySelectorAll('img, video[poster], image')];
    if (image === undefined && inside.length === 1 && inside[0]) image = seen(inside[0]);
    box = box.parentElement;
  }
  const link = deepest.closest('a')?.href;
  return {
    ...(image && { imageAddress: image }),
    ...(link && { linkAddress: link }),
    pageAddress: location.href,
  };
}

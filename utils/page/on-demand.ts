import type { MarkOrder } from './marks/targets.ts';
import type { PictureQuestion } from './pictures/search.ts';

/*
 * Functions that the worker runs in frames of a page by `executeScript`. Each is sent as text, so
 * it must not use anything outside of itself but types. It reaches content scripts through the
 * globals of `page-world.ts`; only own properties count, since elements may have the same names.
 */

/** Chromium's access to closed shadow roots. In Firefox the element itself has it. */
interface WithRoots {
  readonly chrome?: {
    readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  };
}

/** @returns The id under which the frame's document reports; undefined if it is not watched. */
export function watchedDocument(): string | undefined {
  return Object.hasOwn(globalThis, 'vodsweepWatch')
    ? globalThis.vodsweepWatch?.document
    : undefined;
}

/** Continues spotting for a while although the page is hidden. */
export function hurrySpotter(): void {
  globalThis.vodsweepWatch?.spotter.hurry();
}

/** Whether the frame contains an element of one of these sightings. */
export function holdsOne(keys: readonly string[]): boolean {
  if (!Object.hasOwn(globalThis, 'vodsweepWatch')) return false;
  const spotter = globalThis.vodsweepWatch?.spotter;
  return keys.some((key) => spotter?.elementOf(key)?.isConnected);
}

/** Scrolls to the first of these sightings that can be shown and flashes it; false if none can. */
export function showOne(keys: readonly string[]): boolean {
  return globalThis.vodsweepMarks?.show(keys) === true;
}

/** Draws marks; returns `no-script` when the script that draws must be injected first. */
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

/** Removes all marks from the frame. */
export function eraseMarks(): void {
  globalThis.vodsweepMarks?.erase?.();
}

/** Searches the frame for pictures; undefined when the script for it is not injected. */
export function askForPictures(question: PictureQuestion): unknown {
  return Object.hasOwn(globalThis, 'vodsweepPictures')
    ? globalThis.vodsweepPictures?.(question)
    : undefined;
}

/** Shows a text on the page itself; false when the script that draws is not injected. */
export function sayOnPage(text: string): boolean {
  globalThis.vodsweepMarks?.say(text);
  return globalThis.vodsweepMarks !== undefined;
}

/**
 * @returns The addresses of the image and link under the pointer, and of the page; undefined unless
 *   the pointer is in this frame and not in a frame inside it.
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
  // An element that covers an image, such as a caption, is mostly beside it in the same box.
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

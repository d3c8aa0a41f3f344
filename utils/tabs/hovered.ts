import * as v from 'valibot';
import { runInTab } from '../browser/page-scripts.ts';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import type { PointedAt } from './menu-pick.ts';

const address = v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)));

/** What a frame says of the pointer; it comes from the page and is not to be trusted. */
const answer = v.strictObject({
  imageAddress: address,
  linkAddress: address,
  pageAddress: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
});

/** What the pointer is on in a tab, in whichever frame; nothing where the browser forbids the page. */
export async function hoveredIn(tabId: number): Promise<PointedAt | undefined> {
  const frames = await runInTab(tabId, lookHere, []);
  const found = frames?.map(({ result }) => v.safeParse(answer, result)).find((one) => one.success);
  return found?.success ? found.output : frames && {};
}

/** Roots by the browsers' own ways past a closed one: `chrome.dom`, and in Firefox the element. */
interface WithRoots {
  readonly chrome?: {
    readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  };
}

/** Runs in the page. Nothing unless the pointer is in this very frame and not in one inside it. */
function lookHere(): unknown {
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

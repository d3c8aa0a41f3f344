import { captureTab, isInFront } from '../../browser/capture.ts';
import { injectPictures, runInTab } from '../../browser/page-scripts.ts';
import type { Item } from '../../collection/item.ts';
import { askForPictures } from '../../page/on-demand.ts';
import type { PictureQuestion, Wanted } from '../../page/pictures/search.ts';
import { tabItems } from '../tab-items.ts';
import {
  boxesIn,
  cropOf,
  isFlat,
  MOST_WANTED,
  PICTURE_SIZE,
  type PictureAnswer,
  readAnswer,
  unmoved,
} from './picture-answer.ts';

/** The pictures that were taken from a page. */
export interface PagePicturesTaken {
  /** `data:` URLs by all addresses of their images. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Why the tab could not be captured. */
  readonly fault?: Fault;
}

/** Another tab is in front, or the browser does not show this one to the extension. */
type Fault = 'behind' | 'refused';

/**
 * Takes pictures of images from the page that shows them: from its elements where the browser
 * allows reading them, else from a capture of the tab. Does not scroll or load anything.
 * @param addresses One address of each image without a picture; others in view are taken too.
 */
export async function takePictures(
  tabId: number,
  addresses: ReadonlySet<string>,
): Promise<PagePicturesTaken> {
  const { items, itemOf } = await tabItems(tabId);
  const isLacking = (item: Item) => item.addresses.some((address) => addresses.has(address));
  const lacking = items.filter(isLacking);
  // Others may turn out to need one when the list is scrolled.
  const others = items.filter((item) => item.addresses.length > 0 && !isLacking(item));
  const sought = [...lacking, ...others].slice(0, MOST_WANTED);
  const wanted = wantedOf(sought, itemOf);
  if (lacking.length === 0) return { pictures: new Map() };
  const search = (frames?: readonly number[]) =>
    ask(tabId, { wanted, anywhere: lacking.length, size: PICTURE_SIZE }, frames);

  await injectPictures(tabId);
  const before = await search();
  if (before === undefined) return { pictures: new Map(), fault: 'refused' };
  const taken = new Map<number, string>();
  for (const { found } of before.values()) {
    for (const one of found) {
      if ('picture' in one && !taken.has(one.at)) taken.set(one.at, one.picture);
    }
  }
  const seen = [...before].filter(([, answer]) =>
    [...boxesIn(answer).keys()].some((index) => !taken.has(index)),
  );
  let fault: Fault | undefined;
  if (seen.length > 0) {
    const capture = await captureTab(tabId);
    if ('picture' in capture) {
      // Asked again, so that nothing is cut from a place that an image has left.
      const after = await search(seen.map(([frame]) => frame));
      await cut(capture.picture, seen, after ?? new Map(), taken);
    } else fault = capture.fault;
  } else if (!(await isInFront(tabId))) fault = 'behind';
  const pictures = new Map(
    [...taken].flatMap(([index, picture]) =>
      (sought[index]?.addresses ?? []).map((address) => [address, picture] as const),
    ),
  );
  return { pictures, ...(fault && { fault }) };
}

/** Asks frames of a tab; undefined when the browser forbids access to the page. */
async function ask(
  tabId: number,
  question: PictureQuestion,
  frames?: readonly number[],
): Promise<ReadonlyMap<number, PictureAnswer> | undefined> {
  const given = await runInTab(tabId, askForPictures, [question], frames);
  const read = given?.flatMap(({ frameId, result }) => {
    const answer = readAnswer(result);
    return answer === undefined ? [] : [[frameId, answer] as const];
  });
  // The page's own document comes before its frames.
  return read && new Map(read.sort(([one], [other]) => one - other));
}

function wantedOf(items: readonly Item[], itemOf: ReadonlyMap<string, string>): readonly Wanted[] {
  const keys = new Map<string, string[]>();
  for (const [sighting, item] of itemOf) keys.set(item, [...(keys.get(item) ?? []), sighting]);
  return items.map(({ key, addresses }) => ({
    keys: keys.get(key) ?? [key],
    addresses: addresses.map((address) => address.replace(/#.*$/s, '')),
  }));
}

/** Cuts the visible images out of a capture, and adds them to `taken`. */
async function cut(
  capture: string,
  before: readonly (readonly [number, PictureAnswer])[],
  after: ReadonlyMap<number, PictureAnswer>,
  taken: Map<number, string>,
): Promise<void> {
  const whole = new Image();
  whole.src = capture;
  await whole.decode();
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_SIZE;
  canvas.height = PICTURE_SIZE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const size = { width: whole.naturalWidth, height: whole.naturalHeight };
  for (const [frame, answer] of before) {
    const later = after.get(frame);
    if (later === undefined || answer.view === undefined) continue;
    for (const [index, box] of unmoved(answer, later)) {
      const crop = taken.has(index) ? undefined : cropOf(box, answer.view, size);
      if (crop === undefined) continue;
      const { left, top, side } = crop;
      context?.drawImage(whole, left, top, side, side, 0, 0, PICTURE_SIZE, PICTURE_SIZE);
      const pixels = context?.getImageData(0, 0, PICTURE_SIZE, PICTURE_SIZE).data;
      // A single colour means that the image is not drawn yet.
      if (pixels === undefined || isFlat(pixels)) continue;
      taken.set(index, canvas.toDataURL('image/jpeg', 0.9));
    }
  }
}

import * as v from 'valibot';
import { MOST_PICTURES } from '../../spotting/limits.ts';

/** The most images that are looked for at once. */
export const MOST_WANTED = 2000;

/** The edge of a picture in pixels: twice that of a thumbnail, for dense screens. */
export const PICTURE_SIZE = 88;

/** A picture of that size takes about a tenth of it. */
const LONGEST_PICTURE = 60_000;

const length = v.pipe(v.number(), v.finite(), v.minValue(-100_000), v.maxValue(100_000));
const edge = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(100_000));

const boxSchema = v.strictObject({ left: length, top: length, width: edge, height: edge });
const viewSchema = v.strictObject({ width: edge, height: edge });

/** The part of a tab, of a picture, that an element takes. */
export type Box = v.InferOutput<typeof boxSchema>;
export type View = v.InferOutput<typeof viewSchema>;

/** A picture that can be nothing but a small picture. */
export const pictureSchema = v.pipe(
  v.string(),
  v.maxLength(LONGEST_PICTURE),
  v.regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/),
);

const at = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_WANTED - 1));

const answerSchema = v.strictObject({
  loadedAt: v.pipe(v.number(), v.finite()),
  view: v.optional(viewSchema),
  found: v.pipe(
    v.array(
      v.union([
        v.strictObject({ at, picture: pictureSchema }),
        v.strictObject({ at, box: boxSchema }),
      ]),
    ),
    v.maxLength(MOST_PICTURES),
  ),
});

/** What a frame of a page gave for the images that were looked for. */
export type PictureAnswer = v.InferOutput<typeof answerSchema>;

/** Reads what a frame gave; nothing when it is anything else than such an answer. */
export function readAnswer(given: unknown): PictureAnswer | undefined {
  const parsed = v.safeParse(answerSchema, given);
  return parsed.success ? parsed.output : undefined;
}

/** Where each image is seen, by its position among the wanted; of several places the first. */
export function boxesIn(answer: PictureAnswer): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  for (const one of answer.found) {
    if ('box' in one && !boxes.has(one.at)) boxes.set(one.at, one.box);
  }
  return boxes;
}

/** The boxes that are where they were, of a document that is the one it was. */
export function unmoved(before: PictureAnswer, after: PictureAnswer): ReadonlyMap<number, Box> {
  const kept = new Map<number, Box>();
  const { view } = after;
  if (before.loadedAt !== after.loadedAt || !sameEdges(before.view, view)) return kept;
  const later = boxesIn(after);
  for (const [index, box] of boxesIn(before)) {
    const now = later.get(index);
    if (now !== undefined && now.left === box.left && now.top === box.top && sameEdges(box, now)) {
      kept.set(index, box);
    }
  }
  return kept;
}

function sameEdges(one: View | undefined, other: View | undefined): boolean {
  return one !== undefined && one.width === other?.width && one.height === other.height;
}

/** How far the proportions of a capture may be from the tab's: what rounding makes. */
const LEEWAY = 0.02;

/**
 * The middle square of a box in the pixels of a capture of its tab; nothing when it is no such
 * capture, or the box is outside of it.
 */
export function cropOf(
  box: Box,
  view: View,
  capture: View,
): { readonly left: number; readonly top: number; readonly side: number } | undefined {
  const across = capture.width / view.width;
  const down = capture.height / view.height;
  if (Math.abs(across / down - 1) > LEEWAY) return undefined;
  const width = box.width * across;
  const height = box.height * down;
  const side = Math.min(width, height);
  const left = box.left * across + (width - side) / 2;
  const top = box.top * down + (height - side) / 2;
  const fits =
    left >= 0 && top >= 0 && left + side <= capture.width + 1 && top + side <= capture.height + 1;
  return fits ? { left, top, side } : undefined;
}

/** How far parts of one colour may be apart: what the compression of the capture makes. */
const NOISE = 8;

/** Whether pixels, as red, green, blue and alpha in turn, are all of one colour. */
export function isFlat(pixels: ArrayLike<number>): boolean {
  for (let index = 4; index < pixels.length; index += 1) {
    if (Math.abs((pixels[index] ?? 0) - (pixels[index % 4] ?? 0)) > NOISE) return false;
  }
  return true;
}

import * as v from 'valibot';
import { MOST_PICTURES } from '../../spotting/limits.ts';

/** The most images that are looked for at once. */
export const MOST_WANTED = 2000;

/** The edge of a picture in pixels: twice that of a thumbnail, for high-density screens. */
export const PICTURE_SIZE = 88;

/** Longest picture, in characters: about ten times what one of that size needs. */
const LONGEST_PICTURE = 60_000;

const length = v.pipe(v.number(), v.finite(), v.minValue(-100_000), v.maxValue(100_000));
const edge = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(100_000));

const boxSchema = v.strictObject({ left: length, top: length, width: edge, height: edge });
const viewSchema = v.strictObject({ width: edge, height: edge });

/** The part of a tab that an element takes, in CSS pixels. */
export type Box = v.InferOutput<typeof boxSchema>;
export type View = v.InferOutput<typeof viewSchema>;

/** A `data:` URL of a small picture, and nothing else. */
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

/** A frame's answer about the images that were searched for. */
export type PictureAnswer = v.InferOutput<typeof answerSchema>;

/** @returns A frame's answer; undefined when it does not pass the schema. */
export function readAnswer(given: unknown): PictureAnswer | undefined {
  const parsed = v.safeParse(answerSchema, given);
  return parsed.success ? parsed.output : undefined;
}

/** @returns The first place where each image is visible, by its index among the wanted images. */
export function boxesIn(answer: PictureAnswer): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  for (const one of answer.found) {
    if ('box' in one && !boxes.has(one.at)) boxes.set(one.at, one.box);
  }
  return boxes;
}

/** @returns The boxes that did not move between two answers of the same document. */
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

/** How far the proportions of a capture may differ from the tab's, because of rounding. */
const LEEWAY = 0.02;

/**
 * @returns The middle square of a box, in the pixels of a capture of its tab; undefined when the
 *   capture does not fit the tab, or the box is outside of it.
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

/** How far values of one colour may differ, because of the capture's compression. */
const NOISE = 8;

/** Whether pixels, as red, green, blue and alpha in turn, all have one colour. */
export function isFlat(pixels: ArrayLike<number>): boolean {
  for (let index = 4; index < pixels.length; index += 1) {
    if (Math.abs((pixels[index] ?? 0) - (pixels[index % 4] ?? 0)) > NOISE) return false;
  }
  return true;
}

import * as v from 'valibot';
import { LONGEST_ADDRESS, LONGEST_NOTE } from '../spotting/limits.ts';
import {
  checkAddress,
  checkId,
  isSnapshotSet,
  SNAPSHOT_TYPES,
  type SnapshotSet,
} from '../vod/input.ts';

const id = v.pipe(
  v.string(),
  v.check((text) => checkId(text) === undefined),
);

/** What was found, and where. It is part of the exported proof, never of a call. */
const foundSchema = v.strictObject({
  kind: v.string(),
  standing: v.string(),
  page: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS))),
  carrier: v.exactOptional(v.string()),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_NOTE))),
});

/** A target of a deletion. Addresses are bare: without query, fragment and signing prefix. */
export const targetSchema = v.variant('by', [
  v.strictObject({
    by: v.literal('url'),
    address: v.pipe(
      v.string(),
      v.maxLength(LONGEST_ADDRESS),
      v.check((text) => checkAddress(text) === undefined),
    ),
    /** The address as it was on the page, maybe with a signature; for the thumbnail only. */
    shown: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS))),
    /** For an image that VOD made from a video: the video, and the image types it may have. */
    snapshot: v.exactOptional(
      v.strictObject({ videoId: id, types: v.array(v.picklist(SNAPSHOT_TYPES)) }),
    ),
    found: v.exactOptional(foundSchema),
  }),
  v.strictObject({
    by: v.literal('id'),
    imageId: id,
    /** Its title at VOD; absent when VOD was not asked about it. */
    title: v.exactOptional(v.string()),
    /** The address that VOD returned for it; for the thumbnail only. */
    shown: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS))),
    found: v.exactOptional(foundSchema),
  }),
  v.strictObject({
    by: v.literal('video'),
    videoId: id,
    types: v.custom<SnapshotSet>(
      (value) =>
        Array.isArray(value) &&
        value.every((type) => typeof type === 'string') &&
        isSnapshotSet(value),
    ),
    found: v.exactOptional(foundSchema),
  }),
]);

export type Target = v.InferOutput<typeof targetSchema>;

/** @returns The address, ImageId or VideoId of a target. */
export function targetName(target: Target): string {
  if (target.by === 'url') return target.address;
  return target.by === 'id' ? target.imageId : target.videoId;
}

/** @returns The address of a target's image. A video has none, and an id may have none. */
export function pictureOf(target: Target): string | undefined {
  if (target.by === 'video') return undefined;
  return target.shown ?? (target.by === 'url' ? target.address : undefined);
}

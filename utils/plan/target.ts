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

/** Where the person found it: goes into the exported proof, never into a call. */
const foundSchema = v.strictObject({
  kind: v.string(),
  standing: v.string(),
  page: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS))),
  carrier: v.exactOptional(v.string()),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_NOTE))),
});

/** What a deletion aims at. Addresses are bare: no query, no fragment, no signing prefix. */
export const targetSchema = v.variant('by', [
  v.strictObject({
    by: v.literal('url'),
    address: v.pipe(
      v.string(),
      v.maxLength(LONGEST_ADDRESS),
      v.check((text) => checkAddress(text) === undefined),
    ),
    /** The address as it stood on the page, which may carry a signature: for the thumbnail only. */
    shown: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS))),
    /** An image that VOD made of a video: whose it is, and which types may cover it. */
    snapshot: v.exactOptional(
      v.strictObject({ videoId: id, types: v.array(v.picklist(SNAPSHOT_TYPES)) }),
    ),
    found: v.exactOptional(foundSchema),
  }),
  v.strictObject({
    by: v.literal('id'),
    imageId: id,
    /** What VOD calls it; absent when VOD could not be asked about it. */
    title: v.exactOptional(v.string()),
    /** Where VOD said that it can be seen: for the thumbnail only. */
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

/** What names a target: its address, its ImageId or its VideoId. */
export function targetName(target: Target): string {
  if (target.by === 'url') return target.address;
  return target.by === 'id' ? target.imageId : target.videoId;
}

/** Where a target can be seen; nothing for a video, and for an id that VOD gave no address of. */
export function pictureOf(target: Target): string | undefined {
  if (target.by === 'video') return undefined;
  return target.shown ?? (target.by === 'url' ? target.address : undefined);
}

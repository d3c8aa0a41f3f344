import {
  checkAddresses,
  checkId,
  checkIds,
  checkSnapshotSet,
  insist,
  type SnapshotSet,
} from '../input.ts';
import type { Operation, OperationFacts } from './operation.ts';

/**
 * What is true of every call of DeleteImage: https://www.alibabacloud.com/help/en/vod/api-deleteimage.
 * It has no probe. No id or address is documented as one that cannot exist, so any call might delete.
 * For a call without a target it is not documented whether VOD checks rights or parameters first, so
 * its answer would prove nothing.
 */
export const DELETE_IMAGE = {
  name: 'DeleteImage',
  purpose: 'delete',
} as const satisfies OperationFacts;

/**
 * Deletes images by their addresses: 1 to 20, absolute, http or https, bare of query and fragment.
 * Throws a VodInputError otherwise; `checkAddresses` asks before.
 */
export function deleteImageByUrl(addresses: readonly string[]): Operation<void> {
  insist(checkAddresses(addresses));
  return deletion({
    DeleteImageType: 'ImageURL',
    ImageURLs: addresses.map(encodeAddress).join(','),
  });
}

/** Deletes images by 1 to 20 ImageIds. Throws a VodInputError otherwise; `checkIds` asks before. */
export function deleteImageById(ids: readonly string[]): Operation<void> {
  insist(checkIds(ids));
  return deletion({ DeleteImageType: 'ImageId', ImageIds: ids.join(',') });
}

/**
 * Deletes the images that VOD made of one video: all, or those of some types.
 * Throws a VodInputError otherwise; `checkId` and `checkSnapshotSet` ask before.
 */
export function deleteImagesOfVideo(videoId: string, types: SnapshotSet): Operation<void> {
  insist(checkId(videoId));
  insist(checkSnapshotSet(types));
  return deletion({ DeleteImageType: 'VideoId', VideoId: videoId, ImageType: types.join(',') });
}

function deletion(parameters: Readonly<Record<string, string>>): Operation<void> {
  // A success holds a RequestId and nothing else, and the client has seen to that one.
  return { action: DELETE_IMAGE.name, parameters, read: () => undefined };
}

// VOD splits the list at commas and decodes each item, so a comma or a `%` must not stand bare in one.
function encodeAddress(address: string): string {
  return /[, %]|[^\0-\x7f]/.test(address) ? encodeURIComponent(address) : address;
}

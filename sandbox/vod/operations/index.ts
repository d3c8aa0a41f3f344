import { deleteImage } from './delete-image.ts';
import { getImageInfos } from './get-image-infos.ts';
import { listSnapshots } from './list-snapshots.ts';
import type { Operation } from './operation.ts';

/** Every operation the gateway plays. */
export const operations: readonly Operation[] = [deleteImage, getImageInfos, listSnapshots];

export { deleteImageById, deleteImageByUrl, deleteImagesOfVideo } from './delete-image.ts';
export { getImageInfos, type ImageInfo, type ImageInfos } from './get-image-infos.ts';
export {
  LISTED_TYPES,
  type ListedType,
  type ListSnapshotsInput,
  listSnapshots,
  type Snapshot,
  type SnapshotPage,
} from './list-snapshots.ts';
export type { Operation } from './operation.ts';

import type { Picture } from './pictures.ts';

/** The kinds of snapshots in VOD. */
export const snapshotKinds = [
  'CoverSnapshot',
  'NormalSnapshot',
  'SpriteSnapshot',
  'SpriteOriginSnapshot',
  'WebVttSnapshot',
] as const;

export type SnapshotKind = (typeof snapshotKinds)[number];

/** The content of a file at the origin: a picture, drawn at the first request, or bytes. */
export type Content =
  | { readonly picture: Picture }
  | { readonly bytes: Buffer; readonly type: string };

/** An image uploaded to VOD: the only kind that has an ImageId and can be deleted by address. */
export interface UploadedImage {
  readonly imageId: string;
  readonly title: string;
  readonly imageType: 'default' | 'cover';
  readonly path: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly created: string;
  readonly picture: Picture;
}

/** One file of a snapshot job. */
export interface Snapshot {
  readonly videoId: string;
  readonly kind: SnapshotKind;
  readonly index: number;
  readonly path: string;
  readonly content: Content;
}

export interface Video {
  readonly videoId: string;
  readonly title: string;
  readonly created: string;
  readonly seconds: number;
  readonly snapshots: readonly Snapshot[];
  readonly playPath: string;
}

/** A file at the origin. */
export interface StoredObject {
  readonly path: string;
  readonly content: Content;
  readonly image?: UploadedImage;
  readonly snapshot?: Snapshot;
}

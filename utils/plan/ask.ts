import type { VodClient } from '../vod/client.ts';
import type { VodError } from '../vod/errors.ts';
import { MAX_ITEMS, SNAPSHOT_TYPES, type SnapshotType } from '../vod/input.ts';
import { getImageInfos, type ImageInfo } from '../vod/operations/get-image-infos.ts';
import { listSnapshots } from '../vod/operations/list-snapshots.ts';
import { type PatientCall, patientCalls } from '../vod/patient-call.ts';
import { type Reason, reasonOf } from './reason.ts';

/** What VOD says about one uploaded image. What it did not say is absent. */
export interface ImageSaid {
  /** Its title, else its file name, else an empty string. */
  readonly title: string;
  /** Its http(s) address. */
  readonly address?: string;
  /** In bytes. */
  readonly size?: number;
  /** In pixels. */
  readonly width?: number;
  /** In pixels. */
  readonly height?: number;
  /** Milliseconds since 1970. */
  readonly created?: number;
  /** `Uploading`, `Normal` or `UploadFail`. */
  readonly status?: string;
  /** Whether it was uploaded as the cover of a video. */
  readonly cover?: boolean;
}

/** What VOD says about ids before they become targets. */
export interface Asked {
  /** The images that VOD has, by ImageId. */
  readonly images: Readonly<Record<string, ImageSaid>>;
  /** ImageIds for which VOD has no image. */
  readonly missing: readonly string[];
  /** How many images of each type a video has, by VideoId. */
  readonly videos: Readonly<Record<string, Partial<Record<SnapshotType, number>>>>;
  /** ImageIds and VideoIds about which VOD did not answer. */
  readonly unasked: readonly string[];
  /** The error that ended the questions early. */
  readonly fault?: Reason;
}

/**
 * Asks VOD which ids it knows and how many images the videos have. Changes nothing.
 * @returns The answers. An error, except `not-found` for a video, ends the questions.
 */
export async function askVod(
  client: VodClient,
  imageIds: readonly string[],
  videoIds: readonly string[],
  call: PatientCall = patientCalls(),
): Promise<Asked> {
  const images: Record<string, ImageSaid> = {};
  const missing: string[] = [];
  const videos: Record<string, Partial<Record<SnapshotType, number>>> = {};
  const report = (fault?: VodError): Asked => {
    const answered = new Set([...Object.keys(images), ...missing, ...Object.keys(videos)]);
    const unasked = [...imageIds, ...videoIds].filter((id) => !answered.has(id));
    return {
      images,
      missing,
      videos,
      unasked,
      ...(fault === undefined ? {} : { fault: reasonOf(fault) }),
    };
  };

  for (let from = 0; from < imageIds.length; from += MAX_ITEMS) {
    const answer = await call(client, getImageInfos(imageIds.slice(from, from + MAX_ITEMS)));
    if (!answer.ok) return report(answer.error);
    for (const info of answer.value.images) images[info.imageId] = saidOf(info);
    missing.push(...answer.value.missing);
  }

  for (const videoId of videoIds) {
    const counts: Partial<Record<SnapshotType, number>> = {};
    for (const type of SNAPSHOT_TYPES) {
      const listing = listSnapshots({ videoId, type, page: 1, pageSize: 1 });
      const answer = await call(client, listing);
      if (answer.ok) counts[type] = answer.value.total;
      else if (answer.error.kind === 'not-found') counts[type] = 0;
      else return report(answer.error);
    }
    videos[videoId] = counts;
  }
  return report();
}

function saidOf(info: ImageInfo): ImageSaid {
  const created = Date.parse(info.creationTime ?? '');
  const address = URL.parse(info.url ?? '');
  return {
    title: info.title ?? info.fileName ?? '',
    ...(address !== null && /^https?:$/.test(address.protocol) && { address: address.href }),
    ...(info.fileSize !== undefined && { size: info.fileSize }),
    ...(info.width !== undefined && { width: info.width }),
    ...(info.height !== undefined && { height: info.height }),
    ...(!Number.isNaN(created) && { created }),
    ...(info.status !== undefined && { status: info.status }),
    ...(info.imageType === 'cover' && { cover: true }),
  };
}

/** Joins the answers of two times. Only the later fault is kept. */
export function mergeAsked(before: Asked, after: Asked): Asked {
  const images = { ...before.images, ...after.images };
  const missing = [...new Set([...before.missing, ...after.missing])];
  const videos = { ...before.videos, ...after.videos };
  const answered = new Set([...Object.keys(images), ...missing, ...Object.keys(videos)]);
  const unasked = [...new Set([...before.unasked, ...after.unasked])];
  const { fault } = after;
  return {
    images,
    missing,
    videos,
    unasked: unasked.filter((id) => !answered.has(id)),
    ...(fault === undefined ? {} : { fault }),
  };
}

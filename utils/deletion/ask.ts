import type { VodClient } from '../vod/client.ts';
import { MAX_ITEMS, SNAPSHOT_TYPES, type SnapshotType } from '../vod/input.ts';
import { getImageInfos } from '../vod/operations/get-image-infos.ts';
import { listSnapshots } from '../vod/operations/list-snapshots.ts';
import { type Reason, reasonOf } from './outcome.ts';

/** What VOD says of ids before they become targets. An id in none of the lists was not answered. */
export interface Asked {
  /** Titles of the images VOD has, by ImageId. */
  readonly images: Readonly<Record<string, string>>;
  /** ImageIds VOD has no image for. */
  readonly missing: readonly string[];
  /** How many images of each type a video has, by VideoId; a type VOD did not tell is absent. */
  readonly videos: Readonly<Record<string, Partial<Record<SnapshotType, number>>>>;
  /** Why the asking ended early. */
  readonly fault?: Reason;
}

/** Videos asked about at most, since each takes a call a type. */
const MOST_VIDEOS = 10;

/**
 * Asks VOD, without changing anything, which ids it knows and how many images the videos have.
 * Ends at the first refusal; what was answered until then is kept.
 */
export async function askVod(
  client: VodClient,
  imageIds: readonly string[],
  videoIds: readonly string[],
): Promise<Asked> {
  const images: Record<string, string> = {};
  const missing: string[] = [];
  const videos: Record<string, Partial<Record<SnapshotType, number>>> = {};

  for (let from = 0; from < imageIds.length; from += MAX_ITEMS) {
    const answer = await client.call(getImageInfos(imageIds.slice(from, from + MAX_ITEMS)));
    if (!answer.ok) return { images, missing, videos, fault: reasonOf(answer.error) };
    for (const { imageId, title, fileName } of answer.value.images) {
      images[imageId] = title ?? fileName ?? '';
    }
    missing.push(...answer.value.missing);
  }

  for (const videoId of videoIds.slice(0, MOST_VIDEOS)) {
    const counts: Partial<Record<SnapshotType, number>> = {};
    videos[videoId] = counts;
    for (const type of SNAPSHOT_TYPES) {
      const answer = await client.call(listSnapshots({ videoId, type, page: 1, pageSize: 1 }));
      if (answer.ok) counts[type] = answer.value.total;
      else if (answer.error.kind === 'not-found') counts[type] = 0;
      else return { images, missing, videos, fault: reasonOf(answer.error) };
    }
  }
  return { images, missing, videos };
}

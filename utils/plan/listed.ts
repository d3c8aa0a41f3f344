import { bareAddress } from '../spotting/shapes.ts';
import type { VodClient } from '../vod/client.ts';
import { SNAPSHOT_TYPES, type SnapshotType } from '../vod/input.ts';
import { listSnapshots } from '../vod/operations/list-snapshots.ts';
import { type PatientCall, patientCalls } from '../vod/patient-call.ts';
import { type Reason, reasonOf } from './reason.ts';
import type { Target } from './target.ts';

/** The images that VOD lists for one video. */
export interface VideoListed {
  /** The type of each listed image, by the path of its address in lower case. */
  readonly types: Readonly<Record<string, SnapshotType>>;
  /** Whether all its lists were read to the end. */
  readonly whole: boolean;
}

/** What VOD lists for videos, by VideoId. A video without an answer is absent. */
export interface Listed {
  readonly videos: Readonly<Record<string, VideoListed>>;
  /** The error that ended the questions early. */
  readonly fault?: Reason;
}

const PAGE_SIZE = 100;

/** For each image type of a video. A longer list is not read to the end. */
const MOST_PAGES = 5;

/**
 * Asks VOD which images it lists for videos. Changes nothing. VOD lists only the images of the
 * latest snapshot job.
 * @returns The answers. An error, except `not-found` for a video, ends the questions.
 */
export async function listVideos(
  client: VodClient,
  videoIds: readonly string[],
  call: PatientCall = patientCalls(),
): Promise<Listed> {
  const videos: Record<string, VideoListed> = {};
  for (const videoId of videoIds) {
    const types: Record<string, SnapshotType> = {};
    let whole = true;
    for (const type of SNAPSHOT_TYPES) {
      for (let page = 1, read = 0, total = 1; read < total; page += 1) {
        const listing = listSnapshots({ videoId, type, page, pageSize: PAGE_SIZE });
        const answer = await call(client, listing);
        if (!answer.ok && answer.error.kind === 'not-found') break;
        if (!answer.ok) return { videos, fault: reasonOf(answer.error) };
        const { snapshots } = answer.value;
        for (const { url } of snapshots) types[pathOf(url)] = type;
        read += snapshots.length;
        total = answer.value.total;
        if (snapshots.length > 0 && page < MOST_PAGES) continue;
        whole &&= read >= total;
        break;
      }
    }
    videos[videoId] = { types, whole };
  }
  return { videos };
}

/** @returns The type by which VOD lists a snapshot, or `undefined` when that is not known. */
export function listedAs(target: Target, listed: Listed): SnapshotType | 'not-listed' | undefined {
  if (target.by !== 'url' || target.snapshot === undefined) return undefined;
  const video = listed.videos[target.snapshot.videoId];
  return video?.types[pathOf(target.address)] ?? (video?.whole === true ? 'not-listed' : undefined);
}

/** Only the path, since buckets and domains have the same images under the same paths. */
function pathOf(address: string): string {
  return URL.parse(bareAddress(address))?.pathname.toLowerCase() ?? '';
}

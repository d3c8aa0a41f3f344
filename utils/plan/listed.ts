import { bareAddress } from '../spotting/shapes.ts';
import type { VodClient } from '../vod/client.ts';
import { SNAPSHOT_TYPES, type SnapshotType } from '../vod/input.ts';
import { listSnapshots } from '../vod/operations/list-snapshots.ts';
import type { Pace } from '../vod/pace.ts';
import { patiently, readingPace } from './ask.ts';
import { type Reason, reasonOf } from './reason.ts';
import type { Target } from './target.ts';

/** What VOD lists of one video. */
export interface VideoListed {
  /** The type of each listed image, by the path of its address in lower case. */
  readonly types: Readonly<Record<string, SnapshotType>>;
  /** Whether its lists were read to their ends. */
  readonly whole: boolean;
}

/** What VOD lists of videos, by VideoId; a video that it was not asked about is absent. */
export interface Listed {
  readonly videos: Readonly<Record<string, VideoListed>>;
  /** Why the asking ended early. */
  readonly fault?: Reason;
}

const PAGE_SIZE = 100;

/** Of each type of a video; a longer list is not read to its end. */
const MOST_PAGES = 5;

/**
 * Reads, without changing anything, which images VOD lists of videos. It lists those of the latest
 * snapshot job only. Ends at the first refusal; what was answered until then is kept.
 */
export async function listVideos(
  client: VodClient,
  videoIds: readonly string[],
  pace: Pace = readingPace(),
): Promise<Listed> {
  const videos: Record<string, VideoListed> = {};
  for (const videoId of videoIds) {
    const types: Record<string, SnapshotType> = {};
    let whole = true;
    for (const type of SNAPSHOT_TYPES) {
      for (let page = 1, read = 0, total = 1; read < total; page += 1) {
        const listing = listSnapshots({ videoId, type, page, pageSize: PAGE_SIZE });
        const answer = await patiently(client, pace, listing);
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

/** As what VOD lists the snapshot of a target; nothing where that is not known. */
export function listedAs(target: Target, listed: Listed): SnapshotType | 'not-listed' | undefined {
  if (target.by !== 'url' || target.snapshot === undefined) return undefined;
  const video = listed.videos[target.snapshot.videoId];
  return video?.types[pathOf(target.address)] ?? (video?.whole === true ? 'not-listed' : undefined);
}

/** Buckets and domains show the same images under the same paths. */
function pathOf(address: string): string {
  return URL.parse(bareAddress(address))?.pathname.toLowerCase() ?? '';
}

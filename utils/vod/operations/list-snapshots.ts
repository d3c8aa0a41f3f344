import * as v from 'valibot';
import { checkId, checkPage, insist, SNAPSHOT_TYPES, VodInputError } from '../input.ts';
import { flexibleNumber, readWith } from '../read.ts';
import { NO_ID, type Operation, type OperationFacts } from './operation.ts';

/** What is true of every call of ListSnapshots. */
export const LIST_SNAPSHOTS = {
  name: 'ListSnapshots',
  purpose: 'ask',
  probe: () => listSnapshots({ videoId: NO_ID, type: 'CoverSnapshot', page: 1, pageSize: 1 }),
} as const satisfies OperationFacts;

/** The types ListSnapshots tells apart; DeleteImage knows all but the last. */
export const LISTED_TYPES = [...SNAPSHOT_TYPES, 'WebVttSnapshot'] as const;

export type ListedType = (typeof LISTED_TYPES)[number];

export interface ListSnapshotsInput {
  readonly videoId: string;
  readonly type: ListedType;
  /** From 1. */
  readonly page: number;
  /** 1 to 100. */
  readonly pageSize: number;
}

export interface Snapshot {
  readonly index: number;
  readonly url: string;
}

/** One page of a video's snapshots, and how many there are on all pages. */
export interface SnapshotPage {
  readonly total: number;
  readonly snapshots: Snapshot[];
}

const List = v.array(v.object({ index: flexibleNumber, url: v.string() }));
const Answer = v.object({
  mediasnapshot: v.object({
    total: flexibleNumber,
    snapshots: v.nullish(v.union([List, v.object({ snapshot: v.nullish(List) })])),
  }),
});

/**
 * Lists the snapshots that the latest job made of a video.
 * Throws a VodInputError for an id, type or page VOD would refuse.
 * https://www.alibabacloud.com/help/en/vod/api-listsnapshots
 */
export function listSnapshots(input: ListSnapshotsInput): Operation<SnapshotPage> {
  insist(checkId(input.videoId));
  if (!LISTED_TYPES.includes(input.type)) throw new VodInputError({ code: 'type-unknown' });
  insist(checkPage(input.page, input.pageSize, 100));
  return {
    action: LIST_SNAPSHOTS.name,
    parameters: {
      VideoId: input.videoId,
      SnapshotType: input.type,
      PageNo: String(input.page),
      PageSize: String(input.pageSize),
    },
    read: (body) => {
      const { total, snapshots } = readWith(Answer, body).mediasnapshot;
      const list = (Array.isArray(snapshots) ? snapshots : snapshots?.snapshot) ?? [];
      return {
        total: total ?? list.length,
        snapshots: list.map(({ index, url }, place) => ({ index: index ?? place + 1, url })),
      };
    },
  };
}

import type { Account } from '../accounts/account.ts';
import { type Item, videoItem } from '../collection/item.ts';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { bareAddress, recognise } from '../spotting/shapes.ts';
import { isOwnHost, sameImageKey } from '../spotting/standing.ts';
import { type SnapshotSet, type SnapshotType, takesType } from '../vod/input.ts';
import type { Asked } from './ask.ts';
import { packCalls } from './pack.ts';
import { freezePlan, type Plan } from './plan.ts';
import { type Target, targetName } from './target.ts';

/** Why an item of the selection is not in the plan. */
export type LeftOutReason =
  | 'not-mine'
  | 'no-image-types'
  /** A snapshot whose video goes instead, by types that may not take it along. */
  | 'not-covered'
  /** An image of a video that no type of DeleteImage covers. */
  | 'not-deletable'
  /** An address that is longer than any of VOD. */
  | 'too-long'
  /** Beyond the account's largest job. */
  | 'too-many'
  /** By VideoId, which the account's limits forbid. */
  | 'video-forbidden'
  /** VOD was asked and has no image of this id. */
  | 'already-gone';

export interface LeftOut {
  readonly item: Item;
  readonly reason: LeftOutReason;
  /** Of a snapshot whose video goes instead: the types that are needed to be sure of it. */
  readonly types?: readonly SnapshotType[];
}

export interface Draft {
  readonly plan: Plan | undefined;
  readonly leftOut: readonly LeftOut[];
}

/** What VOD said of the ImageIds of a selection. */
export type AskedIds = Pick<Asked, 'images' | 'missing'>;

/**
 * By which types DeleteImage takes a shape's images of a video. The address of a snapshot does not
 * tell whether VOD counts it among the covers. Shapes that are not here belong to none.
 */
const COVERING: Readonly<Record<string, readonly SnapshotType[]>> = {
  snapshot: ['CoverSnapshot', 'NormalSnapshot'],
  'normal-snapshot': ['NormalSnapshot'],
  'cover-snapshot': ['CoverSnapshot'],
  'legacy-snapshot': ['CoverSnapshot', 'NormalSnapshot'],
  sprite: ['SpriteSnapshot', 'SpriteOriginSnapshot'],
};

const NOT_ASKED: AskedIds = { images: {}, missing: [] };

/** What the person chose for the videos of the selection. */
export interface VideoChoice {
  /** No types: video targets are left out. */
  readonly types: SnapshotSet | undefined;
  /** Videos to delete images of, instead of their snapshots by address. */
  readonly videoIds: readonly string[];
}

/**
 * Makes the plan of a selection: only items of the account's own hosts, each target once, packed
 * into as few calls as the API allows, in the order of the selection.
 */
export function draftPlan(
  items: readonly Item[],
  account: Account,
  videos: VideoChoice = { types: undefined, videoIds: [] },
  asked: AskedIds = NOT_ASKED,
  keyHint = '',
): Draft {
  const targets = new Map<string, Target>();
  const leftOut: LeftOut[] = [];
  const known = { ...asked, missing: new Set(asked.missing) };
  const going = videosGoing(items, account, videos);
  const take = (item: Item, found: Target | Omit<LeftOut, 'item'>) => {
    if ('reason' in found) {
      leftOut.push({ item, ...found });
      return;
    }
    const key = targetKey(found, account);
    if (targets.has(key)) return;
    if (targets.size < account.limits.largestJob) targets.set(key, found);
    else leftOut.push({ item, reason: 'too-many' });
  };
  const instead = new Set(videos.videoIds);
  for (const item of items) {
    const found = targetOf(item, account, videos.types, known);
    if ('by' in found && found.by === 'url' && found.snapshot !== undefined) {
      const { videoId, types } = found.snapshot;
      // Its video surely takes it along.
      if (going.has(videoId) && types.every((type) => takesType(videos.types, type))) continue;
      if (instead.has(videoId)) {
        leftOut.push({ item, reason: 'not-covered', types });
        continue;
      }
    }
    take(item, found);
  }
  for (const videoId of videos.types === undefined ? [] : videos.videoIds) {
    take(videoItem(videoId), videoTarget(videoId, account, videos.types));
  }
  if (targets.size === 0) return { plan: undefined, leftOut };
  const list = [...targets.values()];
  const plan: Plan = {
    id: crypto.randomUUID(),
    accountId: account.id,
    region: account.region,
    keyHint,
    createdAt: Date.now(),
    targets: list,
    calls: packCalls(list),
  };
  return { plan: freezePlan(plan), leftOut };
}

/** The VideoIds of the videos whose images go. */
function videosGoing(
  items: readonly Item[],
  { limits }: Account,
  { types, videoIds }: VideoChoice,
): ReadonlySet<string> {
  if (types === undefined || !limits.byVideo) return new Set();
  const selected = items.filter(({ kind }) => kind === 'video-id');
  return new Set([...selected.flatMap((one) => one.videoId ?? []), ...videoIds]);
}

function targetOf(
  item: Item,
  account: Account,
  types: SnapshotSet | undefined,
  asked: { readonly images: AskedIds['images']; readonly missing: ReadonlySet<string> },
): Target | Omit<LeftOut, 'item'> {
  const found = foundAt(item);
  if (item.kind === 'image-id' && item.imageId !== undefined) {
    const { imageId } = item;
    if (asked.missing.has(imageId)) return { reason: 'already-gone' };
    const said = asked.images[imageId];
    if (said === undefined) return { by: 'id', imageId, found };
    const { title, address } = said;
    return { by: 'id', imageId, title, ...shownAt(address), found };
  }
  if (item.kind === 'video-id' && item.videoId !== undefined) {
    const target = videoTarget(item.videoId, account, types);
    return 'reason' in target ? target : { ...target, found };
  }
  const own = item.addresses.find((address) => {
    const host = URL.parse(address)?.host;
    return host !== undefined && isOwnHost(host, account.ownDomains);
  });
  if (own === undefined) return { reason: 'not-mine' };
  const address = bareAddress(own);
  if (address.length > LONGEST_ADDRESS) return { reason: 'too-long' };
  const target = { by: 'url', address, ...shownAt(own), found } as const;
  const { videoId } = item;
  if (videoId === undefined) return target;
  // DeleteImage by address is documented for what CreateUploadImage returned; VOD may take a
  // snapshot, and nothing else that it made of a video.
  const covering = COVERING[recognise(own)?.shape ?? ''];
  return covering === undefined
    ? { reason: 'not-deletable' }
    : { ...target, snapshot: { videoId, types: [...covering] } };
}

function videoTarget(
  videoId: string,
  account: Account,
  types: SnapshotSet | undefined,
): Extract<Target, { by: 'video' }> | { readonly reason: LeftOutReason } {
  if (!account.limits.byVideo) return { reason: 'video-forbidden' };
  return types === undefined ? { reason: 'no-image-types' } : { by: 'video', videoId, types };
}

function shownAt(address: string | undefined): { readonly shown?: string } {
  return address === undefined || address.length > LONGEST_ADDRESS ? {} : { shown: address };
}

function foundAt({ kind, standing, page, carriers, note }: Item): NonNullable<Target['found']> {
  return {
    kind,
    standing,
    ...(page === undefined || page.length > LONGEST_ADDRESS ? {} : { page }),
    ...(carriers.length === 0 ? {} : { carrier: carriers.join(' ') }),
    ...(note === undefined ? {} : { note }),
  };
}

/** One target, one key: the same image under two own domains is one target. */
function targetKey(target: Target, account: Account): string {
  const name =
    target.by === 'url' ? sameImageKey(target.address, account.ownDomains) : targetName(target);
  return `${target.by} ${name}`;
}

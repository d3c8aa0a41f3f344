import type { Item } from '../collection/item.ts';
import { bareAddress, recognise } from '../spotting/shapes.ts';
import { isOwnHost, sameImageKey } from '../spotting/standing.ts';
import type { Account } from '../vault/account.ts';
import type { SnapshotSet, SnapshotType } from '../vod/input.ts';
import type { Asked } from './ask.ts';
import { packCalls } from './pack.ts';
import { freezePlan, type Plan } from './plan.ts';
import { type Target, targetName } from './target.ts';

/** Why an item of the selection is not in the plan. */
export type LeftOutReason =
  | 'not-mine'
  | 'snapshot-by-address'
  | 'no-image-types'
  /** An image of a video that no type of DeleteImage covers. */
  | 'not-deletable'
  /** Beyond the account's largest job. */
  | 'too-many'
  /** By VideoId, which the account's limits forbid. */
  | 'video-forbidden'
  /** VOD was asked and has no image of this id. */
  | 'already-gone';

export interface LeftOut {
  readonly item: Item;
  readonly reason: LeftOutReason;
  /** Of a video's image: the types that may cover it; all of them are needed to be sure. */
  readonly types?: readonly SnapshotType[];
}

export interface Draft {
  readonly plan: Plan | undefined;
  readonly leftOut: readonly LeftOut[];
}

/** What VOD said of the ImageIds of a selection. */
export type AskedIds = Pick<Asked, 'images' | 'missing'>;

/** The longest address that a target carries, in characters. */
const LONGEST_ADDRESS = 4096;

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
  /** Videos to delete images of beside those whose ids are selected. */
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
  for (const item of items) take(item, targetOf(item, account, videos.types, known));
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
    const title = asked.images[imageId];
    return { by: 'id', imageId, found, ...(title === undefined ? {} : { title }) };
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
  // DeleteImage by address takes what CreateUploadImage returned; a video's images go by VideoId.
  if (item.videoId !== undefined) {
    const covering = COVERING[recognise(own)?.shape ?? ''];
    if (covering === undefined) return { reason: 'not-deletable' };
    // It goes by VideoId only.
    if (!account.limits.byVideo) return { reason: 'video-forbidden' };
    return { reason: 'snapshot-by-address', types: covering };
  }
  const shown = own.length > LONGEST_ADDRESS ? {} : { shown: own };
  return { by: 'url', address: bareAddress(own), ...shown, found };
}

function videoTarget(
  videoId: string,
  account: Account,
  types: SnapshotSet | undefined,
): Extract<Target, { by: 'video' }> | { readonly reason: LeftOutReason } {
  if (!account.limits.byVideo) return { reason: 'video-forbidden' };
  return types === undefined ? { reason: 'no-image-types' } : { by: 'video', videoId, types };
}

/** A video that was not found by itself but by images of it, as an item of a selection. */
export function videoItem(videoId: string): Item {
  return {
    key: `video-id:${videoId}`,
    kind: 'video-id',
    certainty: 'strict',
    standing: 'unknown',
    addresses: [],
    carriers: [],
    videoId,
  };
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

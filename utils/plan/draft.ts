import type { Account } from '../accounts/account.ts';
import { type Item, itemById } from '../collection/item.ts';
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
  /** A snapshot whose video is the target instead, with types that may not include it. */
  | 'not-covered'
  /** An image of a video that no image type of DeleteImage covers. */
  | 'not-deletable'
  /** An address that is longer than {@link LONGEST_ADDRESS}. */
  | 'too-long'
  /** The plan already has as many targets as the account's largest job. */
  | 'too-many'
  /** A target by VideoId, which the account's limits forbid. */
  | 'video-forbidden'
  /** VOD was asked and has no image of this id. */
  | 'already-gone';

export interface LeftOut {
  readonly item: Item;
  readonly reason: LeftOutReason;
  /** For `not-covered`: the image types that surely include the snapshot. */
  readonly types?: readonly SnapshotType[];
}

export interface Draft {
  readonly plan: Plan | undefined;
  readonly leftOut: readonly LeftOut[];
}

/** What VOD said about the ImageIds of a selection. */
export type AskedIds = Pick<Asked, 'images' | 'missing'>;

/**
 * By shape: the image types of DeleteImage that an image of a video may have. The address of a
 * snapshot does not show whether VOD counts it as a cover. Other shapes have no type.
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
  /** If absent, targets by VideoId are left out. */
  readonly types: SnapshotSet | undefined;
  /** Videos whose images are deleted by type, instead of their snapshots by address. */
  readonly videoIds: readonly string[];
}

/**
 * Makes the plan of a selection: only items on the account's own hosts, each target once, in the
 * order of the selection, in as few calls as the API allows.
 * @param asked What VOD said about the ImageIds; an id that VOD does not have is left out.
 * @param keyHint The key that the person sees and confirms.
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
      // The deletion by VideoId surely includes it.
      if (going.has(videoId) && types.every((type) => takesType(videos.types, type))) continue;
      if (instead.has(videoId)) {
        leftOut.push({ item, reason: 'not-covered', types });
        continue;
      }
    }
    take(item, found);
  }
  for (const videoId of videos.types === undefined ? [] : videos.videoIds) {
    take(itemById('video-id', videoId), videoTarget(videoId, account, videos.types));
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

/** @returns The VideoIds of the videos whose images are deleted by type. */
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
  // DeleteImage by address is documented for addresses that CreateUploadImage returned. VOD may
  // accept that of a snapshot, but of nothing else that it made from a video.
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

/** The same image under two own domains has one key, so that it becomes one target. */
function targetKey(target: Target, account: Account): string {
  const name =
    target.by === 'url' ? sameImageKey(target.address, account.ownDomains) : targetName(target);
  return `${target.by} ${name}`;
}

import { type Item, itemByAddress, itemById } from '../collection/item.ts';
import type { IdKind } from '../spotting/finder.ts';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { bareAddress, type ImageAddress, isVodBucket } from '../spotting/shapes.ts';
import { isOwnHost, sameImageKey, standingOf } from '../spotting/standing.ts';
import type { PastedLine } from './pasted-line.ts';

/** Why a find is not added. */
export type PasteFault =
  | 'no-address'
  | 'not-vod'
  /** It would be an image of VOD only on one of the account's own domains. */
  | 'not-own'
  | 'look-alike'
  | 'too-long'
  | 'duplicate'
  | 'collected'
  /** The id of a video of which the list has an image's address. */
  | 'video-named'
  | 'other-id'
  /** A bare id, and the person has not yet said what bare ids are. */
  | 'bare-id';

/** A row of the result: an item, or why there is none. */
export interface PasteRow {
  readonly source?: string;
  readonly line: number;
  readonly text: string;
  /** The address or id that was found, if any. */
  readonly name?: string;
  readonly item?: Item;
  readonly fault?: PasteFault;
  /** The other row, for `duplicate` and `video-named`. */
  readonly of?: { readonly source?: string; readonly line: number };
}

/** What the result depends on besides the finds. */
export interface PasteContext {
  readonly ownDomains: readonly string[];
  readonly collected: readonly Item[];
  /** What bare ids are, if the person said so. */
  readonly bareAs: IdKind | undefined;
}

/** @returns Whether there are bare ids. */
export function hasBareIds(finds: readonly PastedLine[]): boolean {
  return finds.some(({ bareId }) => bareId !== undefined);
}

/** @returns One row for each find, in order. */
export function judgePasted(finds: readonly PastedLine[], context: PasteContext): PasteRow[] {
  const { ownDomains } = context;
  const collected = new Set(context.collected.map((item) => rowKey(item, ownDomains)));
  const videos = new Map<string, PastedLine>();
  for (const find of finds) {
    const { videoId } = find.address ?? {};
    if (videoId !== undefined && !videos.has(videoId)) videos.set(videoId, find);
  }
  const seen = new Map<string, PastedLine>();
  return finds.map((find) => {
    const about = {
      ...(find.source !== undefined && { source: find.source }),
      line: find.line,
      text: find.text,
    };
    const made = itemOf(find, context);
    const id = find.id?.id ?? find.bareId;
    const name = find.address?.url ?? id ?? find.otherId ?? find.foreign;
    const named = name === undefined ? about : { ...about, name };
    const ofVideo = id !== undefined && find.id?.kind !== 'image-id' ? videos.get(id) : undefined;
    if (ofVideo) return { ...named, fault: 'video-named', of: placeOf(ofVideo) };
    if (typeof made === 'string') return { ...named, fault: made };
    const key = rowKey(made, ownDomains);
    const first = seen.get(key);
    if (first) return { ...named, fault: 'duplicate', of: placeOf(first) };
    seen.set(key, find);
    if (collected.has(key)) return { ...named, fault: 'collected' };
    return { ...named, item: made };
  });
}

function placeOf({ source, line }: PastedLine): NonNullable<PasteRow['of']> {
  return source === undefined ? { line } : { source, line };
}

function rowKey(item: Item, ownDomains: readonly string[]): string {
  const [address] = item.addresses;
  return address === undefined ? item.key : sameImageKey(address, ownDomains);
}

function itemOf(find: PastedLine, { ownDomains, bareAs }: PasteContext): Item | PasteFault {
  const { address, id, bareId, note, page } = find;
  const context = {
    ...(note !== undefined && { note }),
    ...(page !== undefined && { page }),
  };
  if (address) {
    const standing = standingOf(address, ownDomains);
    if (isDisguised(address, ownDomains)) return 'look-alike';
    if (!standing) return 'not-own';
    const url = address.url.length > LONGEST_ADDRESS ? bareAddress(address.url) : address.url;
    if (url.length > LONGEST_ADDRESS) return 'too-long';
    return itemByAddress({ ...address, url }, standing, context);
  }
  if (id) return itemById(id.kind, id.id, context);
  if (bareId !== undefined) {
    return bareAs === undefined ? 'bare-id' : itemById(bareAs, bareId, context);
  }
  if (find.otherId !== undefined) return 'other-id';
  return find.foreign === undefined ? 'no-address' : 'not-vod';
}

/** @returns Whether an address pretends to be on another host than it is. */
function isDisguised({ url, host }: ImageAddress, ownDomains: readonly string[]): boolean {
  if (URL.parse(url)?.username) return true;
  if (isOwnHost(host, ownDomains) || isVodBucket(host)) return false;
  const pretended = ['aliyuncs.com', ...ownDomains.filter((own) => own.includes('.'))];
  return pretended.some(
    (own) =>
      `.${host}.`.includes(`.${own.replace(/^\*\./, '')}.`) &&
      !host.endsWith(own.replace(/^\*\./, '')),
  );
}

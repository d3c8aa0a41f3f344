import { type MessageKey, t } from '../../utils/browser/i18n.ts';
import type { Item } from '../../utils/collection/item.ts';
import type { SightingKind } from '../../utils/spotting/sighting.ts';
import type { Standing } from '../../utils/spotting/standing.ts';
import type { Known } from './use-checked.ts';

const KINDS: Readonly<Record<SightingKind, MessageKey>> = {
  image: 'kind_image',
  cover: 'kind_cover',
  snapshot: 'kind_snapshot',
  sprite: 'kind_sprite',
  'image-id': 'kind_image_id',
  'video-id': 'kind_video_id',
};

const STANDINGS: Readonly<Record<Standing, MessageKey>> = {
  mine: 'standing_mine',
  unknown: 'standing_unknown',
};

export const kindName = (kind: SightingKind): string => t(KINDS[kind]);

export const standingName = (standing: Standing): string => t(STANDINGS[standing]);

/** @returns The name of an item: its first address, or its id. */
export function itemName(item: Item): string {
  return item.addresses[0] ?? item.imageId ?? item.videoId ?? item.key;
}

/** @returns The short form of a name: the file name of an address, or an id. */
export function shortName(name: string): string {
  const url = URL.parse(name);
  if (url === null) return name;
  const last = url.pathname.split('/').at(-1) ?? '';
  return last === '' ? url.host : readable(last);
}

/** Finds the host of a common address without parsing it, which is slow for a long list. */
const ORDINARY = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]+)\//;

/** @returns The host of an address; `undefined` for an id. */
export function hostOf(name: string): string | undefined {
  return ORDINARY.exec(name)?.[1] ?? URL.parse(name)?.host;
}

/** @returns Whether an item is an id of unknown standing: only VOD can say whose it is. */
export function isUncheckedId(item: Item): boolean {
  return item.addresses.length === 0 && item.standing === 'unknown';
}

/** @returns The standing of an item: `mine` also for an id that VOD has. */
export function standingKnown({ standing }: Item, known: Known | undefined): Standing {
  return known === undefined || known.gone ? standing : 'mine';
}

/** @returns Which icon is shown for an item without a picture. */
export function standsFor({ kind }: Item): 'unknown' | 'id' | 'video' {
  if (kind === 'video-id') return 'video';
  return kind === 'image-id' ? 'id' : 'unknown';
}

/** @returns The accessible name of a row: the name of the item, then the text of its cells. */
export function rowName(item: Item, known?: Known): string {
  return [itemName(item), ...facts(item, known)].join(', ');
}

/** @returns The accessible name of a card: as of a row, with the short name if that differs. */
export function cellName(item: Item, known?: Known): string {
  const name = itemName(item);
  const short = shortName(name);
  return [name, ...(name.endsWith(short) ? [] : [short]), ...facts(item, known)].join(', ');
}

function facts(item: Item, known: Known | undefined): readonly string[] {
  const gone = known?.gone === true;
  const parts = [
    kindName(item.kind),
    gone ? t('review_gone') : standingName(standingKnown(item, known)),
  ];
  parts.push(...(known?.facts ?? []));
  if (item.standing === 'unknown' && !isUncheckedId(item)) parts.push(t('review_row_not_mine'));
  if (item.videoId !== undefined && item.kind !== 'video-id') {
    parts.push(t('review_row_video', [item.videoId]));
  }
  if (item.addresses.length > 1) parts.push(t('review_row_addresses', item.addresses.length));
  if (item.note !== undefined) parts.push(t('note_row', [item.note]));
  return parts;
}

function readable(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

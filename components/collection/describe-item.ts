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

/** What names an item: its address as it was seen, or its id. */
export function itemName(item: Item): string {
  return item.addresses[0] ?? item.imageId ?? item.videoId ?? item.key;
}

/** The short form of a name: a file name without its path, or an id. */
export function shortName(name: string): string {
  const url = URL.parse(name);
  if (url === null) return name;
  const last = url.pathname.split('/').at(-1) ?? '';
  return last === '' ? url.host : readable(last);
}

/** The host of an address that nothing has to be parsed for, which in a long list is dear. */
const ORDINARY = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]+)\//;

/** The host of an address, or nothing for an id. */
export function hostOf(name: string): string | undefined {
  return ORDINARY.exec(name)?.[1] ?? URL.parse(name)?.host;
}

/** Whether VOD would have to be asked whose an item is, so that its page says nothing about it. */
export function isUncheckedId(item: Item): boolean {
  return item.addresses.length === 0 && item.standing === 'unknown';
}

/** Whose an item is: an id that VOD answered for is the account's. */
export function standingKnown({ standing }: Item, known: Known | undefined): Standing {
  return known === undefined || known.gone ? standing : 'mine';
}

/** What is drawn for an item that has no picture to show. */
export function standsFor({ kind }: Item): 'unknown' | 'id' | 'video' {
  if (kind === 'video-id') return 'video';
  return kind === 'image-id' ? 'id' : 'unknown';
}

/** What a row is called: the name first, then what the cells say. */
export function rowName(item: Item, known?: Known): string {
  return [itemName(item), ...facts(item, known)].join(', ');
}

/** What a card is called: as a row, with all that is to be read on the card in its order. */
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

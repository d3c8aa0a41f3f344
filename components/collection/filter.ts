import type { Item } from '../../utils/collection/item.ts';
import type { SightingKind } from '../../utils/spotting/sighting.ts';
import type { Standing } from '../../utils/spotting/standing.ts';
import { hostOf, itemName, kindName } from './describe-item.ts';
import { groupByVideo } from './list/video-groups.ts';
import { search } from './search.ts';

/** The orders of a list: as found, by a property, or in groups (`video`). */
export const ORDERS = ['found', 'name', 'kind', 'host', 'video'] as const;

export type Order = (typeof ORDERS)[number];

/** Which items of a list are shown. An absent field filters nothing. */
export interface Filter {
  readonly words: string;
  readonly kind?: SightingKind;
  readonly standing?: Standing;
  readonly host?: string;
  /** A VideoId, or {@link NO_VIDEO}. */
  readonly video?: string;
  readonly order: Order;
}

export const NO_FILTER: Filter = { words: '', order: 'found' };

/** Filters for items without a video. It cannot be a VideoId. */
export const NO_VIDEO = 'none';

/** The highest number of videos to choose from. The search finds others by id. */
const OFFERED_VIDEOS = 20;

/** The values in a list, which it can be filtered by. */
export interface Offered {
  readonly kinds: readonly SightingKind[];
  readonly standings: readonly Standing[];
  readonly hosts: readonly string[];
  /** The VideoIds with most items, then {@link NO_VIDEO}. Not all, if there are many. */
  readonly videos: readonly string[];
}

/** @returns The values of a list, each once. */
export function offered(items: readonly Item[]): Offered {
  const hosts = items.map(itemHost).filter((host) => host !== undefined);
  return {
    kinds: [...new Set(items.map(({ kind }) => kind))],
    standings: [...new Set(items.map(({ standing }) => standing))],
    hosts: [...new Set(hosts)].sort(),
    videos: offeredVideos(items),
  };
}

function offeredVideos(items: readonly Item[]): readonly string[] {
  const groups = groupByVideo(items);
  const ids = groups
    .toSorted((a, b) => b.items.length - a.items.length)
    .flatMap(({ videoId }) => videoId ?? []);
  const rest = groups.at(-1)?.videoId === undefined && groups.length > 0 ? [NO_VIDEO] : [];
  return [...ids.slice(0, OFFERED_VIDEOS), ...rest];
}

/** @returns The items that pass the filter, in its order. Equal ones stay in the found order. */
export function filterItems<Row extends Item>(
  items: readonly Row[],
  { words, kind, standing, host, video, order }: Filter,
): readonly Row[] {
  const found = search(items, words).filter(
    (item) =>
      (kind === undefined || item.kind === kind) &&
      (standing === undefined || item.standing === standing) &&
      (host === undefined || itemHost(item) === host) &&
      (video === undefined || (item.videoId ?? NO_VIDEO) === video),
  );
  if (order === 'found') return found;
  if (order === 'video') return groupByVideo(found).flatMap((group) => group.items);
  const keyed = found.map((item) => ({ item, key: KEYS[order](item) }));
  collator ??= new Intl.Collator(undefined, { numeric: true });
  const { compare } = collator;
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ item }) => item);
}

/** Created at the first sorting, since that takes milliseconds. */
let collator: Intl.Collator | undefined;

const KEYS: Readonly<Record<Exclude<Order, 'found' | 'video'>, (item: Item) => string>> = {
  name: (item) => itemName(item).split('/').at(-1) ?? '',
  kind: ({ kind }) => kindName(kind),
  host: (item) => itemHost(item) ?? '',
};

function itemHost(item: Item): string | undefined {
  return hostOf(itemName(item));
}

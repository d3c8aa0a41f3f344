import type { Item } from '../../../utils/collection/item.ts';

/** The items of one video, or all that belong to none. */
export interface VideoGroup<Row extends Item = Item> {
  /** Names its head in a selection; no item has such a key. */
  readonly key: string;
  /** Absent for the items that belong to no video. */
  readonly videoId: string | undefined;
  readonly items: readonly Row[];
}

/** Puts items of one video together, videos as they were found, and those of no video last. */
export function groupByVideo<Row extends Item>(items: readonly Row[]): readonly VideoGroup<Row>[] {
  const byVideo = Map.groupBy(items, ({ videoId }) => videoId);
  const rest = byVideo.get(undefined);
  byVideo.delete(undefined);
  if (rest !== undefined) byVideo.set(undefined, rest);
  return [...byVideo].map(([videoId, held]) => ({
    key: `group:${videoId ?? ''}`,
    videoId,
    items: held,
  }));
}

import type { Item } from '../../../utils/collection/item.ts';

/** The items of one video, or all items without a video. */
export interface VideoGroup<Row extends Item = Item> {
  /** The key of its head in a selection. No item has such a key. */
  readonly key: string;
  /** Absent for the items without a video. */
  readonly videoId: string | undefined;
  readonly items: readonly Row[];
}

/** @returns The items by video, in the order in which videos were found; others come last. */
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

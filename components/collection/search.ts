import type { Item } from '../../utils/collection/item.ts';

/** @returns The items whose addresses and ids contain every word of the search. */
export function search<Row extends Item>(items: readonly Row[], words: string): readonly Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  return items.filter((item) => {
    const text = [...item.addresses, item.videoId, item.imageId].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

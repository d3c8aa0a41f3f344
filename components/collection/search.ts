import type { Item } from '../../utils/collection/item.ts';

/** The items in whose addresses or ids every word of the search stands. */
export function search<Row extends Item>(items: readonly Row[], words: string): readonly Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  return items.filter((item) => {
    const text = [...item.addresses, item.videoId, item.imageId].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

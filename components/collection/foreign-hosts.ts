import type { Item } from '../../utils/collection/item.ts';

/** @returns The hosts of items that are not `mine`, with their counts, highest count first. */
export function foreignHosts(items: readonly Item[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const host = item.standing === 'mine' ? undefined : URL.parse(item.addresses[0] ?? '')?.host;
    if (host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

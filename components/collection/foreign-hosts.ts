import type { Item } from '../../utils/collection/item.ts';

/** Hosts whose images VOD made, but which are not known to be the account's, most images first. */
export function foreignHosts(items: readonly Item[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const host = item.standing === 'mine' ? undefined : URL.parse(item.addresses[0] ?? '')?.host;
    if (host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

import type { Item } from '../collection/item.ts';
import { isNamedByHash } from '../spotting/shapes.ts';
import { isOwnHost, standingOf } from '../spotting/standing.ts';
import type { PageSighting } from './reports/page-sightings.ts';

/**
 * Joins the sightings of a page to items: one item for each image, without look-alikes. The same
 * path with a hash on several own hosts is one image, which keeps the key that was seen first.
 */
export function pageItems(
  sightings: readonly PageSighting[],
  ownDomains: readonly string[],
): readonly Item[] {
  const items = new Map<string, Item>();
  const known = new Map<string, boolean>();
  const isOwn = (host: string): boolean => {
    const own = known.get(host) ?? isOwnHost(host, ownDomains);
    known.set(host, own);
    return own;
  };
  for (const sighting of sightings) {
    const { key, certainty, addresses } = sighting;
    // The key holds host and path of all its addresses: parsing thousands again takes long.
    const slash = addresses.length === 0 ? -1 : key.indexOf('/');
    const own = slash > 0 && isOwn(key.slice(0, slash));
    if (!own && certainty !== 'strict') continue;
    const standing = own ? 'mine' : 'unknown';
    const path = key.slice(slash);
    const name = own && certainty === 'strict' && isNamedByHash(path) ? path : key;
    const item = items.get(name);
    items.set(name, item ? join(item, { ...sighting, standing }) : { ...sighting, standing });
  }
  return [...items.values()];
}

function join(item: Item, more: Item): Item {
  return {
    ...more,
    ...item,
    certainty: item.certainty === 'strict' ? 'strict' : more.certainty,
    standing: item.standing === 'mine' ? 'mine' : more.standing,
    addresses: [...new Set([...item.addresses, ...more.addresses])],
    carriers: [...new Set([...item.carriers, ...more.carriers])],
  };
}

/** @returns The key of the item of each sighting, by the sighting's key; none for look-alikes. */
export function rowKeys(
  sightings: readonly PageSighting[],
  items: readonly Item[],
  ownDomains: readonly string[],
): ReadonlyMap<string, string> {
  const byAddress = new Map<string, string>();
  for (const { key, addresses } of items) {
    for (const address of addresses) byAddress.set(address, key);
  }
  const itemKeys = new Set(items.map(({ key }) => key));
  const found = new Map<string, string>();
  for (const sighting of sightings) {
    if (standingOf(sighting, ownDomains) === undefined) continue;
    const row = itemKeys.has(sighting.key)
      ? sighting.key
      : byAddress.get(sighting.addresses[0] ?? '');
    if (row !== undefined) found.set(sighting.key, row);
  }
  return found;
}

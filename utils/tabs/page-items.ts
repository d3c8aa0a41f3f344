import type { Item } from '../collection/item.ts';
import { mergeSightings, standingOf } from '../spotting/standing.ts';
import type { PageSighting } from './page-sightings.ts';

/** A page's sightings as rows: with their standing for the account's own domains and their page. */
export function pageItems(
  sightings: readonly PageSighting[],
  ownDomains: readonly string[],
): readonly Item[] {
  return mergeSightings(sightings, ownDomains);
}

/** Tells which row each sighting of a page went into, by the keys of both; look-alikes are in none. */
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

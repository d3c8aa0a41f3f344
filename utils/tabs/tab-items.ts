import { currentAccount } from '../accounts/read-state.ts';
import type { Item } from '../collection/item.ts';
import { pageItems, rowKeys } from './page-items.ts';
import { type PageSighting, readPage } from './reports/page-sightings.ts';

/** A tab's sightings as the list would show them. */
export interface TabItems {
  readonly sightings: readonly PageSighting[];
  readonly items: readonly Item[];
  /** The key of the item that a sighting went into, by the sighting's key. */
  readonly itemOf: ReadonlyMap<string, string>;
}

/** Reads what a tab holds, as the current account's own domains make it. */
export async function tabItems(tabId: number): Promise<TabItems> {
  const [sightings, current] = await Promise.all([readPage(tabId), currentAccount()]);
  const ownDomains = current?.account.ownDomains ?? [];
  const items = pageItems(sightings, ownDomains);
  return { sightings, items, itemOf: rowKeys(sightings, items, ownDomains) };
}

import { currentAccount } from '../accounts/read-state.ts';
import type { Item } from '../collection/item.ts';
import { pageItems, rowKeys } from './page-items.ts';
import { type PageSighting, readPage } from './reports/page-sightings.ts';

/** A tab's sightings as the list shows them. */
export interface TabItems {
  readonly sightings: readonly PageSighting[];
  readonly items: readonly Item[];
  /** The key of a sighting's item, by the sighting's key. */
  readonly itemOf: ReadonlyMap<string, string>;
}

/** Reads the sightings of a tab, and joins them to items by the current account's own domains. */
export async function tabItems(tabId: number): Promise<TabItems> {
  const [sightings, current] = await Promise.all([readPage(tabId), currentAccount()]);
  const ownDomains = current?.account.ownDomains ?? [];
  const items = pageItems(sightings, ownDomains);
  return { sightings, items, itemOf: rowKeys(sightings, items, ownDomains) };
}

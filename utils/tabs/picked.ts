import { openCollected } from '../collection/collected.ts';
import type { Picked } from '../page/report.ts';
import { tabItems } from './tab-items.ts';

/**
 * Collects what was picked on a page. Only a sighting that this very document reported before can
 * be: a page cannot put anything else aside.
 * @returns whether it is in the collection now.
 */
export async function collectPicked(tabId: number, { document, key }: Picked): Promise<boolean> {
  const { sightings, items, itemOf } = await tabItems(tabId);
  const sighting = sightings.find((one) => one.key === key && one.documents.has(document));
  const item = items.find((one) => one.key === itemOf.get(sighting?.key ?? ''));
  if (item === undefined) return false;
  await openCollected().add([item]);
  return true;
}

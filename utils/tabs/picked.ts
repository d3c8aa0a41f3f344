import { openCollected } from '../collection/collected.ts';
import type { Picked } from '../page/report.ts';
import { hasReported } from './reports/page-sightings.ts';
import { tabItems } from './tab-items.ts';

/**
 * Collects what was picked on a page. Only a sighting that this very document reported before can
 * be: a page cannot put anything else aside.
 * @returns whether it is in the collection now.
 */
export async function collectPicked(tabId: number, picked: Picked): Promise<boolean> {
  if (!(await hasReported(tabId, picked))) return false;
  const { items, itemOf } = await tabItems(tabId);
  const item = items.find((one) => one.key === itemOf.get(picked.key));
  if (item === undefined) return false;
  await openCollected().add([item]);
  return true;
}

import { openCollected } from '../collection/collected.ts';
import type { Picked } from '../page/report.ts';
import { hasReported } from './reports/page-sightings.ts';
import { tabItems } from './tab-items.ts';

/**
 * Collects what was picked on a page. Only a sighting that the same document reported before is
 * accepted, so that a page cannot collect anything else.
 * @returns Whether it is in the collection now.
 */
export async function collectPicked(tabId: number, picked: Picked): Promise<boolean> {
  if (!(await hasReported(tabId, picked))) return false;
  const { items, itemOf } = await tabItems(tabId);
  const item = items.find((one) => one.key === itemOf.get(picked.key));
  if (item === undefined) return false;
  await openCollected().add([item]);
  return true;
}

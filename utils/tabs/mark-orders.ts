import { injectMarks, runInTab } from '../browser/page-scripts.ts';
import { openCollected } from '../collection/collected.ts';
import type { MarkOrder } from '../page/marks/targets.ts';
import { drawMarks, eraseMarks } from '../page/on-demand.ts';
import type { TabItems } from './tab-items.ts';

/** Marks the sightings of a tab, each in its own frame. */
export async function markTab(tabId: number, held: TabItems): Promise<void> {
  const order = await markOrder(held);
  const frames = await runInTab(tabId, drawMarks, [order]);
  const bare = frames?.filter(({ result }) => result === 'no-script').map(({ frameId }) => frameId);
  if (bare === undefined || bare.length === 0) return;
  await injectMarks(tabId, bare);
  await runInTab(tabId, drawMarks, [order], bare);
}

/** Removes all marks from a tab. */
export async function unmarkTab(tabId: number): Promise<void> {
  await runInTab(tabId, eraseMarks, []);
}

async function markOrder({ sightings, itemOf }: TabItems): Promise<MarkOrder> {
  const inCollection = await openCollected().keys();
  const keys = sightings.filter(({ key }) => itemOf.has(key));
  return {
    owned: keys.filter(({ certainty }) => certainty === 'loose').map(({ key }) => key),
    collected: keys.map(({ key }) => key).filter((key) => inCollection.has(itemOf.get(key) ?? key)),
  };
}

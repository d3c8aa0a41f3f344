import { injectMarks, runInTab } from '../browser/page-scripts.ts';
import { openCollected } from '../collection/collected.ts';
import type { MarkOrder } from '../page/marks/targets.ts';
import type { TabItems } from './tab-items.ts';

/** Marks the sightings of a tab, in each frame its own. */
export async function drawMarks(tabId: number, held: TabItems): Promise<void> {
  const order = await markOrder(held);
  const frames = await runInTab(tabId, drawHere, [order]);
  const bare = frames?.filter(({ result }) => result === 'no-script').map(({ frameId }) => frameId);
  if (bare === undefined || bare.length === 0) return;
  await injectMarks(tabId, bare);
  await runInTab(tabId, drawHere, [order], bare);
}

/** Takes all marks off a tab. */
export async function eraseMarks(tabId: number): Promise<void> {
  await runInTab(tabId, () => globalThis.vodsweepMarks?.erase?.(), []);
}

async function markOrder({ sightings, itemOf }: TabItems): Promise<MarkOrder> {
  const inCollection = await openCollected().keys();
  const keys = sightings.filter(({ key }) => itemOf.has(key));
  return {
    owned: keys.filter(({ certainty }) => certainty === 'loose').map(({ key }) => key),
    collected: keys.map(({ key }) => key).filter((key) => inCollection.has(itemOf.get(key) ?? key)),
  };
}

/** Runs in the page. */
function drawHere(order: MarkOrder): 'drawn' | 'no-script' | 'nothing' {
  const watch = Object.hasOwn(globalThis, 'vodsweepWatch') && globalThis.vodsweepWatch;
  if (!watch || watch.signal.aborted || watch.spotter.sightings().length === 0) {
    return 'nothing';
  }
  const marks = Object.hasOwn(globalThis, 'vodsweepMarks') && globalThis.vodsweepMarks;
  if (!marks) return 'no-script';
  marks.draw(order);
  return 'drawn';
}

import { runInTab } from '../browser/page-scripts.ts';
import { startSpotter } from '../browser/tabs.ts';
import { hurrySpotter } from '../page/on-demand.ts';
import { keepAlive } from './alive.ts';
import { forgetTab, setTabState } from './reports/page-sightings.ts';

/** Spots a tab: starts the spotter in each frame that has none, and drops what is out of date. */
export async function spotTab(tabId: number): Promise<void> {
  const alive = await keepAlive(tabId, () => startSpotter(tabId));
  if (alive === undefined) await forgetTab(tabId);
  // The tab may be behind the one from which it was asked for.
  else await runInTab(tabId, hurrySpotter, []);
  await setTabState(tabId, alive === undefined ? 'refused' : 'spotted');
}

import { runInTab } from '../browser/page-scripts.ts';
import { startSpotter } from '../browser/tabs.ts';
import { hurrySpotter } from '../page/on-demand.ts';
import { keepAlive } from './alive.ts';
import { forgetTab, setTabState } from './reports/page-sightings.ts';

/** Spots a tab: starts the spotter in each frame without one, and drops old reports. */
export async function spotTab(tabId: number): Promise<void> {
  const alive = await keepAlive(tabId, () => startSpotter(tabId));
  if (alive === undefined) await forgetTab(tabId);
  // The tab may be hidden behind the one from which the person asked.
  else await runInTab(tabId, hurrySpotter, []);
  await setTabState(tabId, alive === undefined ? 'refused' : 'spotted');
}

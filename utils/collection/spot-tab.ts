import { startSpotter } from '../browser/tabs.ts';
import { forgetTab, keepDocuments, setTabState } from './page-sightings.ts';

/** Spots a tab: starts the spotter in each frame that has none, and drops what is out of date. */
export async function spotTab(tabId: number): Promise<void> {
  const frames = await startSpotter(tabId);
  if (frames === undefined) {
    await forgetTab(tabId);
    await setTabState(tabId, 'refused');
    return;
  }
  const documents = frames.map(({ result }) => result).filter((one) => typeof one === 'string');
  await keepDocuments(tabId, new Set(documents));
  await setTabState(tabId, 'spotted');
}

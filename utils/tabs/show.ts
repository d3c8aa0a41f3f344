import { injectMarks, runInTab } from '../browser/page-scripts.ts';
import { showTab } from '../browser/tabs.ts';
import { holdsOne, showOne } from '../page/on-demand.ts';
import { tabItems } from './tab-items.ts';

/**
 * Scrolls to the element of a row on its page and flashes it.
 * @returns False when it no longer exists or cannot be shown.
 */
export async function showInTab(tabId: number, key: string): Promise<boolean> {
  const { itemOf } = await tabItems(tabId);
  const keys = [...itemOf].filter(([, item]) => item === key).map(([sighting]) => sighting);
  if (keys.length === 0) keys.push(key);
  const frames = await runInTab(tabId, holdsOne, [keys]);
  for (const { frameId, result } of frames ?? []) {
    if (result !== true) continue;
    await injectMarks(tabId, [frameId]);
    const shown = await runInTab(tabId, showOne, [keys], [frameId]);
    if (shown?.[0]?.result !== true) continue;
    await showTab(tabId);
    return true;
  }
  return false;
}

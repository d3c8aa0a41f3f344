import { browser } from 'wxt/browser';

/** What a frame's spotter gave back when it was started. */
export interface StartedFrame {
  readonly frameId: number;
  readonly result: unknown;
}

/** The tab that a popup or panel page reviews: `?tabId=` of its address, else the one in front. */
export async function reviewedTabId(pageAddress: string): Promise<number | undefined> {
  const named = new URL(pageAddress).searchParams.get('tabId');
  if (named !== null && /^\d{1,10}$/.test(named)) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/**
 * Starts the spotter in every frame of a tab that may be read now (activeTab or a granted site).
 * @returns the frames, or `undefined` when the browser forbids the page (no click, store, settings).
 */
export async function startSpotter(tabId: number): Promise<StartedFrame[] | undefined> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['/content-scripts/spotter.js'],
    });
    return frames.map(({ frameId, result }) => ({ frameId, result }));
  } catch {
    return undefined;
  }
}

/** Calls the listener when a tab is closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Opens the options page, in the window in front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

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
 * Calls the listener with the tab that a page reviews, now and, where its address names none, each
 * time that another comes to the front of its window.
 * @returns what ends it.
 */
export function observeReviewedTab(
  pageAddress: string,
  listener: (tabId: number | undefined) => void,
): () => void {
  let ended = false;
  let told: { readonly tabId: number | undefined } | undefined;
  const tell = () => {
    void reviewedTabId(pageAddress).then((tabId) => {
      // Another window's tabs come to the front too.
      if (ended || (told !== undefined && told.tabId === tabId)) return;
      told = { tabId };
      listener(tabId);
    });
  };
  browser.tabs.onActivated.addListener(tell);
  tell();
  return () => {
    ended = true;
    browser.tabs.onActivated.removeListener(tell);
  };
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

/** The loaded tabs whose pages are of these sites (match patterns), the one in front first. */
export async function tabsOf(sites: readonly string[]): Promise<readonly number[]> {
  if (sites.length === 0) return [];
  const tabs = await browser.tabs.query({ url: [...sites], discarded: false });
  tabs.sort((a, b) => Number(b.active) - Number(a.active));
  return tabs.flatMap(({ id }) => id ?? []);
}

/** The address of a tab's page, where the extension may know it. */
export async function addressOfTab(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).url;
  } catch {
    return undefined;
  }
}

/** Brings a tab to the front, if it is not there. */
export async function showTab(tabId: number): Promise<void> {
  const { active, windowId } = await browser.tabs.get(tabId);
  if (!active) await browser.tabs.update(tabId, { active: true });
  // Android has no windows.
  const front = await browser.windows?.getLastFocused();
  if (front && front.id !== windowId) await browser.windows.update(windowId, { focused: true });
}

/** Opens a page of the extension in a small window, or in a tab where there are no windows. */
export async function openSmallWindow(path: `/${string}`): Promise<void> {
  const url = new URL(path, browser.runtime.getURL('/popup.html')).href;
  if (browser.windows === undefined) await browser.tabs.create({ url });
  else await browser.windows.create({ url, type: 'popup', width: 800, height: 640 });
}

/** Opens a page of the extension in a new tab. */
export async function openInTab(path: `/${string}`): Promise<void> {
  await browser.tabs.create({ url: new URL(path, browser.runtime.getURL('/popup.html')).href });
}

/** Calls the listener once, when the extension was installed for the first time. */
export function onFirstInstall(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

/** Calls the listener when the extension was installed, or was updated with the browser or itself. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener());
}

/** Calls the listener when the browser starts. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(() => listener());
}

import { browser } from 'wxt/browser';
import { observe } from '../async/observe.ts';

/** The result of a script that was started in a frame. */
export interface StartedFrame {
  readonly frameId: number;
  readonly result: unknown;
}

/** @returns The tab that a page reviews: `?tabId=` of its address, else the active tab. */
export async function reviewedTabId(pageAddress: string): Promise<number | undefined> {
  const named = new URL(pageAddress).searchParams.get('tabId');
  if (named !== null && /^\d{1,10}$/.test(named)) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/**
 * Calls the listener with the tab that a page reviews, now and, if its address names no tab, each
 * time that another tab becomes active in its window.
 * @returns A function that ends it.
 */
export function observeReviewedTab(
  pageAddress: string,
  listener: (tabId: number | undefined) => void,
): () => void {
  let told: { readonly tabId: number | undefined } | undefined;
  return observe(
    () => reviewedTabId(pageAddress),
    [onTabActivated],
    (tabId) => {
      // The event also comes for tabs of other windows.
      if (told !== undefined && told.tabId === tabId) return;
      told = { tabId };
      listener(tabId);
    },
  );
}

/** Calls the listener when another tab comes to the front of any window. */
function onTabActivated(listener: () => void): () => void {
  browser.tabs.onActivated.addListener(listener);
  return () => browser.tabs.onActivated.removeListener(listener);
}

/**
 * Starts the spotter in every frame of a tab that may be read now (activeTab or a granted site).
 * @returns The frames, or `undefined` if the browser forbids the page (no click, store, settings).
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

/** Opens the options page. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** @returns The loaded tabs with pages of these sites (match patterns), active tabs first. */
export async function tabsOf(sites: readonly string[]): Promise<readonly number[]> {
  if (sites.length === 0) return [];
  const tabs = await browser.tabs.query({ url: [...sites], discarded: false });
  tabs.sort((a, b) => Number(b.active) - Number(a.active));
  return tabs.flatMap(({ id }) => id ?? []);
}

/** @returns The address of a tab's page, if the extension may know it. */
export async function addressOfTab(tabId: number): Promise<string | undefined> {
  try {
    return (await browser.tabs.get(tabId)).url;
  } catch {
    return undefined;
  }
}

/** Brings a tab and its window to the front. */
export async function showTab(tabId: number): Promise<void> {
  const { active, windowId } = await browser.tabs.get(tabId);
  if (!active) await browser.tabs.update(tabId, { active: true });
  // Android has no windows.
  const front = await browser.windows?.getLastFocused();
  if (front && front.id !== windowId) await browser.windows.update(windowId, { focused: true });
}

/** Opens a page of the extension in a small window, or in a tab if there are no windows. */
export async function openSmallWindow(path: `/${string}`): Promise<void> {
  const url = new URL(path, browser.runtime.getURL('/popup.html')).href;
  if (browser.windows === undefined) await browser.tabs.create({ url });
  else await browser.windows.create({ url, type: 'popup', width: 800, height: 640 });
}

/** Opens a page of the extension in a new tab. */
export async function openInTab(path: `/${string}`): Promise<void> {
  await browser.tabs.create({ url: new URL(path, browser.runtime.getURL('/popup.html')).href });
}

/** Calls the listener when the extension was installed for the first time. */
export function onFirstInstall(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

/** Calls the listener when the extension was installed, or when it or the browser was updated. */
export function onInstalled(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener());
}

/** Calls the listener when the browser starts. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(() => listener());
}

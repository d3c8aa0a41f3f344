import { type Browser, browser } from 'wxt/browser';
import type { StartedFrame } from './tabs.ts';

const SPOTTER = { id: 'spotter', file: '/content-scripts/spotter.js' } as const;
const MARKS_FILE = '/content-scripts/marks.js';
const PICTURES_FILE = '/content-scripts/pictures.js';

/**
 * Updates the only registration of the spotter to these sites. Removes it if there are none. A
 * repeated call does no harm.
 * @param sites Match patterns.
 */
export async function registerSpotter(sites: readonly string[]): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SPOTTER.id] });
  if (sites.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SPOTTER.id] });
    return;
  }
  const wanted: Browser.scripting.RegisteredContentScript = {
    id: SPOTTER.id,
    js: [SPOTTER.file],
    matches: [...sites],
    allFrames: true,
    // `srcdoc` and `about:blank` frames have no own address that could match.
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  if (!registered) await browser.scripting.registerContentScripts([wanted]);
  else if (!sameMembers(registered.matches ?? [], sites)) {
    await browser.scripting.updateContentScripts([wanted]);
  }
}

function sameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

/**
 * Runs a function in frames of a tab, in the world of the extension's content scripts.
 * @param func It is sent as text, so it cannot use anything outside it.
 * @param frameIds All frames if absent.
 * @returns The result of each frame, or `undefined` when the browser forbids the page.
 */
export async function runInTab<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => unknown,
  args: Args,
  frameIds?: readonly number[],
): Promise<StartedFrame[] | undefined> {
  return framesOf(
    browser.scripting.executeScript({ target: targetOf(tabId, frameIds), func, args }),
  );
}

/** Injects the script that draws on the page into frames of a tab. A repeated call does nothing. */
export async function injectMarks(
  tabId: number,
  frameIds: readonly number[],
): Promise<StartedFrame[] | undefined> {
  return framesOf(
    browser.scripting.executeScript({ target: targetOf(tabId, frameIds), files: [MARKS_FILE] }),
  );
}

/** Injects the script that searches for pictures into every frame of a tab. A repeated call is harmless. */
export async function injectPictures(tabId: number): Promise<StartedFrame[] | undefined> {
  return framesOf(
    browser.scripting.executeScript({ target: targetOf(tabId), files: [PICTURES_FILE] }),
  );
}

function targetOf(tabId: number, frameIds?: readonly number[]): Browser.scripting.InjectionTarget {
  return frameIds === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [...frameIds] };
}

async function framesOf(
  injection: Promise<Browser.scripting.InjectionResult<unknown>[]>,
): Promise<StartedFrame[] | undefined> {
  try {
    return (await injection).map(({ frameId, result }) => ({ frameId, result }));
  } catch {
    return undefined;
  }
}

/** Sends a message to the content scripts of every tab. Needs no permission for their sites. */
export async function tellEveryTab(message: object): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    // A tab without a content script rejects, and needs no message.
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message).catch(() => {})),
  );
}

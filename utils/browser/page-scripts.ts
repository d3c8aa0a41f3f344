import { type Browser, browser } from 'wxt/browser';
import type { StartedFrame } from './tabs.ts';

const SPOTTER = { id: 'spotter', file: '/content-scripts/spotter.js' } as const;
const MARKS_FILE = '/content-scripts/marks.js';

/**
 * Brings the one registration of the spotter in step with the sites it is to run on, and is
 * harmless when repeated. Without sites nothing is registered.
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
    // Frames of `srcdoc` and `about:blank` have no address of their own to match.
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
 * Runs a function in frames of a tab, in the world of the extension's content scripts. The function
 * is sent as text, so it may use nothing from around it.
 * @returns what each frame gave, or `undefined` when the browser forbids the page.
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

/** Puts the script that draws on the page into frames of a tab; where it is already, nothing happens. */
export async function injectMarks(
  tabId: number,
  frameIds: readonly number[],
): Promise<StartedFrame[] | undefined> {
  return framesOf(
    browser.scripting.executeScript({ target: targetOf(tabId, frameIds), files: [MARKS_FILE] }),
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

/** Sends a message to the content scripts of every tab; needs no right to read them. */
export async function tellEveryTab(message: object): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    // A tab without a content script has nobody to take the message, which is as well.
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message).catch(() => {})),
  );
}

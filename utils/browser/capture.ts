import { browser } from 'wxt/browser';

/** A picture of a tab as a `data:` URL, or why there is none. */
export type Capture =
  | { readonly picture: string }
  /** Another tab is in front of its window. */
  | { readonly fault: 'behind' }
  /** The browser requires a click on the extension's icon in that tab first. */
  | { readonly fault: 'refused' };

/** Takes a picture of the visible part of a tab. */
export async function captureTab(tabId: number): Promise<Capture> {
  const before = await windowShowing(tabId);
  if (before === undefined) return { fault: 'behind' };
  try {
    const options = { format: 'jpeg', quality: 92 } as const;
    const picture = await browser.tabs.captureVisibleTab(before, options);
    // The browser captures a window, and another tab may have come to its front during that.
    return (await windowShowing(tabId)) === before ? { picture } : { fault: 'behind' };
  } catch {
    return { fault: 'refused' };
  }
}

/** @returns Whether a tab is in front of its window. */
export async function isInFront(tabId: number): Promise<boolean> {
  return (await windowShowing(tabId)) !== undefined;
}

/** @returns The id of the tab's window if the tab is in front of it. */
async function windowShowing(tabId: number): Promise<number | undefined> {
  try {
    const { active, windowId } = await browser.tabs.get(tabId);
    return active ? windowId : undefined;
  } catch {
    return undefined;
  }
}

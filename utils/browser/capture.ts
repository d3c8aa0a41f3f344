import { browser } from 'wxt/browser';

/** A picture of a tab as a `data:` URL, or why there is none. */
export type Capture =
  | { readonly picture: string }
  /** Another tab is in front of its window. */
  | { readonly fault: 'behind' }
  /** The browser wants a click on the extension's icon in that tab first. */
  | { readonly fault: 'refused' };

/** Takes a picture of a tab as it is seen now. */
export async function captureTab(tabId: number): Promise<Capture> {
  const before = await windowShowing(tabId);
  if (before === undefined) return { fault: 'behind' };
  try {
    const options = { format: 'jpeg', quality: 92 } as const;
    const picture = await browser.tabs.captureVisibleTab(before, options);
    // It is of a window, not of a tab, and what was in front may have changed meanwhile.
    return (await windowShowing(tabId)) === before ? { picture } : { fault: 'behind' };
  } catch {
    return { fault: 'refused' };
  }
}

/** The window that a tab is in front of. */
async function windowShowing(tabId: number): Promise<number | undefined> {
  try {
    const { active, windowId } = await browser.tabs.get(tabId);
    return active ? windowId : undefined;
  } catch {
    return undefined;
  }
}

import { browser } from 'wxt/browser';

/**
 * A tab as it is seen now, as a `data:` URL; nothing when it is not in front of its window, or the
 * browser gives no picture of it: that takes a click on the extension's icon in that tab.
 */
export async function captureTab(tabId: number): Promise<string | undefined> {
  try {
    const before = await browser.tabs.get(tabId);
    if (!before.active) return undefined;
    const picture = await browser.tabs.captureVisibleTab(before.windowId, {
      format: 'jpeg',
      quality: 92,
    });
    // What was in front may have changed meanwhile, and the picture is of a window, not of a tab.
    const { active, windowId } = await browser.tabs.get(tabId);
    return active && windowId === before.windowId ? picture : undefined;
  } catch {
    return undefined;
  }
}

import { type Browser, browser } from 'wxt/browser';

/** A line in the context menu. */
export interface MenuLine {
  readonly id: string;
  readonly title: string;
  readonly contexts: readonly ('image' | 'link' | 'selection')[];
  /** If set, it is shown only on images and links whose address matches one of these patterns. */
  readonly addresses?: readonly string[];
}

/** What the person chose, and on what. The texts come from the page, so they are not trusted. */
export interface MenuChoice {
  readonly line: string;
  readonly tabId?: number;
  readonly imageAddress?: string;
  readonly linkAddress?: string;
  readonly selection?: string;
  readonly pageAddress?: string;
}

/** Creates the context menu at each installation and update. The browser keeps it. */
export function offerMenu(lines: () => readonly MenuLine[]): void {
  // Firefox for Android has no context menus.
  if (browser.contextMenus === undefined) return;
  browser.runtime.onInstalled.addListener(() => void createMenu(lines()));
}

async function createMenu(lines: readonly MenuLine[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts, addresses } of lines) {
    const [first, ...others] = contexts;
    if (first === undefined) continue;
    browser.contextMenus.create({
      id,
      title,
      contexts: [first, ...others],
      ...(addresses && { targetUrlPatterns: [...addresses] }),
    });
  }
}

/** Calls the listener with each choice from the context menu. */
export function onMenuChoice(listener: (choice: MenuChoice) => void): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => listener(choiceOf(info, tab)));
}

function choiceOf(info: Browser.contextMenus.OnClickData, tab?: Browser.tabs.Tab): MenuChoice {
  const { srcUrl, linkUrl, selectionText } = info;
  const page = info.frameUrl ?? info.pageUrl ?? tab?.url;
  return {
    line: String(info.menuItemId),
    ...(tab?.id !== undefined && tab.id >= 0 && { tabId: tab.id }),
    ...(srcUrl && { imageAddress: srcUrl }),
    ...(linkUrl && { linkAddress: linkUrl }),
    ...(selectionText && { selection: selectionText }),
    ...(page && { pageAddress: page }),
  };
}

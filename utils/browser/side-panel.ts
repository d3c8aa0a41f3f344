import { browser } from 'wxt/browser';

/** The side panel is `sidePanel` in Chrome and Edge, and `sidebarAction` in Firefox. */
interface Panels {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel of this page's window. Must be called directly from a click. */
export type OpenSidePanel = () => Promise<void>;

/**
 * Must be called before the click: Chrome needs the window's id, and refuses a call that awaits it.
 * @returns A function that opens the side panel, or `undefined` when the browser has none.
 */
export async function sidePanelOpener(): Promise<OpenSidePanel | undefined> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidebarAction !== undefined) return () => sidebarAction.open();
  if (sidePanel === undefined) return undefined;
  const { id } = await browser.windows.getCurrent();
  return id === undefined ? undefined : () => sidePanel.open({ windowId: id });
}

import { browser } from 'wxt/browser';

/** What browsers call a side panel: Chrome and Edge `sidePanel`, Firefox `sidebarAction`. */
interface Panels {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens the side panel beside the window that was asked for; must be called straight from a click. */
export type OpenSidePanel = () => Promise<void>;

/**
 * Gives what opens the side panel of this page's window, or nothing where the browser has none. To
 * be asked before the click: Chrome wants the window, and takes no call that waits for it.
 */
export async function sidePanelOpener(): Promise<OpenSidePanel | undefined> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidebarAction !== undefined) return () => sidebarAction.open();
  if (sidePanel === undefined) return undefined;
  const { id } = await browser.windows.getCurrent();
  return id === undefined ? undefined : () => sidePanel.open({ windowId: id });
}

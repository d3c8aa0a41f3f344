import { type Browser, browser } from 'wxt/browser';

/** The commands of the manifest beside those that the browser carries out by itself. */
export const SHORTCUTS = { collectHovered: 'collect-hovered' } as const;

/** Calls the listener with the tab in front when a command of the manifest is given by its keys. */
export function onShortcut(name: string, listener: (tabId: number) => void): void {
  browser.commands?.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    if (command === name && tab?.id !== undefined) listener(tab.id);
  });
}

/** The keys of each command as the person set them, by name; empty where none are set. */
export async function shortcutKeys(): Promise<Readonly<Record<string, string>>> {
  // Firefox for Android has no commands.
  const all = (await browser.commands?.getAll()) ?? [];
  return Object.fromEntries(all.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
}

import { type Browser, browser } from 'wxt/browser';

/** The commands of the manifest, without those that the browser carries out by itself. */
export const SHORTCUTS = { collectHovered: 'collect-hovered' } as const;

/** Calls the listener with the active tab when the person presses the keys of a command. */
export function onShortcut(name: string, listener: (tabId: number) => void): void {
  browser.commands?.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    if (command === name && tab?.id !== undefined) listener(tab.id);
  });
}

/** @returns The keys of each command, by its name. Empty if none are set. */
export async function shortcutKeys(): Promise<Readonly<Record<string, string>>> {
  // Firefox for Android has no commands.
  const all = (await browser.commands?.getAll()) ?? [];
  return Object.fromEntries(all.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
}

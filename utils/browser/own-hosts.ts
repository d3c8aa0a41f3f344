import { browser } from 'wxt/browser';

const KEY = 'ownHosts';

/** Keeps the current account's own hosts where content scripts can read them without the worker. */
export async function writeOwnHosts(hosts: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: hosts });
}

/** The current account's own hosts; none before an account is saved. */
export async function readOwnHosts(): Promise<readonly string[]> {
  const stored: { [KEY]?: string[] } = await browser.storage.local.get(KEY);
  return stored[KEY] ?? [];
}

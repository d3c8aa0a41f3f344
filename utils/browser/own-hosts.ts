import { browser } from 'wxt/browser';

/** The key of the current account's own hosts in `storage.local`. */
export const OWN_HOSTS_KEY = 'ownHosts';

/** @returns The current account's own hosts, without the worker. Empty if there is no account. */
export async function readOwnHosts(): Promise<readonly string[]> {
  const stored: { [OWN_HOSTS_KEY]?: string[] } = await browser.storage.local.get(OWN_HOSTS_KEY);
  return stored[OWN_HOSTS_KEY] ?? [];
}

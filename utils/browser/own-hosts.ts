import { browser } from 'wxt/browser';

/** The key in `storage.local` under which the current account's own hosts are written. */
export const OWN_HOSTS_KEY = 'ownHosts';

/** The current account's own hosts, read without the worker; none before an account is saved. */
export async function readOwnHosts(): Promise<readonly string[]> {
  const stored: { [OWN_HOSTS_KEY]?: string[] } = await browser.storage.local.get(OWN_HOSTS_KEY);
  return stored[OWN_HOSTS_KEY] ?? [];
}

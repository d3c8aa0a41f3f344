import { browser } from 'wxt/browser';
import { mayRead } from './permissions.ts';

const PATIENCE_MS = 10_000;

/**
 * The HTTP status that an address answers with, or nothing where it cannot be told: an image that
 * does not load gives no reason, and an answer can be read only with a right to its host or where the
 * host lets everyone read it.
 * @param own whether the host is the account's own, and may learn that this extension asks.
 */
export async function loadStatus(address: string, own: boolean): Promise<number | undefined> {
  if (!(await mayRead(address)) && !(own && isNamedAlike())) return undefined;
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), PATIENCE_MS);
  try {
    // GET, because some signatures of addresses are good for no other method.
    const { status } = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: ended.signal,
    });
    return status;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    // Only the status was wanted, not the picture.
    ended.abort();
  }
}

/** Without a right to the host the request names this extension: in Firefox, by an id of this person. */
function isNamedAlike(): boolean {
  return browser.runtime.getURL('/popup.html').startsWith('chrome-extension:');
}

import { browser } from 'wxt/browser';
import { mayRead } from './permissions.ts';

const PATIENCE_MS = 10_000;

/**
 * Requests an image that did not load, since the browser does not say why.
 * @param own Whether the host is the account's own, and may know that this extension asks.
 * @returns The HTTP status, or `undefined` when it cannot be read: that needs a permission for the
 *   host, or a host that lets everyone read its answers.
 */
export async function loadStatus(address: string, own: boolean): Promise<number | undefined> {
  if (!(await mayRead(address)) && !(own && isNamedAlike())) return undefined;
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), PATIENCE_MS);
  try {
    // GET, because some signatures of addresses are valid for no other method.
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
    // Only the status is needed, not the image.
    ended.abort();
  }
}

/** Without a permission the host sees the extension's id. In Firefox it is unique to the person. */
function isNamedAlike(): boolean {
  return browser.runtime.getURL('/popup.html').startsWith('chrome-extension:');
}

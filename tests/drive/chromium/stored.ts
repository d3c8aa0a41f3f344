import type { ExtensionDriver } from './driver.ts';

/** Reads everything in the extension's local and session storage. */
export async function storageOf(driver: ExtensionDriver): Promise<object> {
  const page = await driver.console();
  return page.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
  }));
}

/** Reads the keys of the collection in a page of the extension. */
export async function collectedKeys(driver: ExtensionDriver): Promise<readonly string[]> {
  const page = await driver.console();
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('vodsweep-collected');
        // There is none yet. An empty one left here would keep the extension from creating its own.
        open.onupgradeneeded = () => {
          open.transaction?.abort();
          resolve([]);
        };
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const keys = open.result.transaction('items').objectStore('items').getAllKeys();
          open.result.close();
          keys.onsuccess = () => resolve(keys.result.map(String));
          keys.onerror = () => reject(keys.error);
        };
      }),
  );
}

import type { ExtensionDriver } from './driver.ts';

/** Everything in the extension's storage areas. */
export async function storageOf(driver: ExtensionDriver): Promise<object> {
  const page = await driver.console();
  return page.evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
  }));
}

/** The keys of the collection, as a page of the extension reads them. */
export async function collectedKeys(driver: ExtensionDriver): Promise<readonly string[]> {
  const page = await driver.console();
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('vodsweep-collected');
        // It is not there yet. An empty one left here would keep the extension from making its own.
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

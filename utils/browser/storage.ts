import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';

/** Declares a stored item. Every key of the extension is declared once, in one file. */
export const defineItem: typeof storage.defineItem = storage.defineItem;

/** An item of {@link defineItem} with a fallback, so that it always has a value. */
export interface Item<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(listener: (value: T, before: T) => void): () => void;
}

/** Writes several items. Those of one area are written together: all of them or none. */
export const setItems: typeof storage.setItems = storage.setItems;

/** Removes several items. Those of one area are removed together. */
export const removeItems: typeof storage.removeItems = storage.removeItems;

/** Hides `storage.session` from content scripts. Firefox always does, and has no such method. */
export async function restrictSessionStorage(): Promise<void> {
  await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Writes a value to `storage.session`, which is in memory only and ends with the browser. */
export async function putSession(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

/** @returns The values in `storage.session` of keys with this prefix. Avoids reading others. */
export async function readSession(prefix: string): Promise<Map<string, unknown>> {
  const keys = await listedKeys();
  const wanted = keys?.filter((key) => key.startsWith(prefix)) ?? null;
  const all: Record<string, unknown> = await browser.storage.session.get(wanted);
  return new Map(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
}

/** @returns The keys in `storage.session` with this prefix. Avoids reading large values. */
export async function sessionKeys(prefix: string): Promise<readonly string[]> {
  const keys = (await listedKeys()) ?? Object.keys(await browser.storage.session.get(null));
  return keys.filter((key) => key.startsWith(prefix));
}

/** @returns All keys; `undefined` if the browser cannot list them: Chrome < 130, Firefox < 143. */
async function listedKeys(): Promise<readonly string[] | undefined> {
  const area: Partial<typeof browser.storage.session> = browser.storage.session;
  return area.getKeys?.();
}

/** Removes keys of `storage.session`. */
export async function dropSession(keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await browser.storage.session.remove([...keys]);
}

/**
 * Calls the listener with the changed values of keys with this prefix. `undefined`: removed.
 * @returns A function that ends it.
 */
export function watchSession(
  prefix: string,
  listener: (changed: ReadonlyMap<string, unknown>) => void,
): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const mine = Object.entries(changes).filter(([key]) => key.startsWith(prefix));
    if (mine.length > 0) listener(new Map(mine.map(([key, change]) => [key, change.newValue])));
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

/**
 * @returns What an administrator set, by key. Empty without an administrator: Firefox rejects then,
 *   https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
 */
export async function readManagedArea(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}

/**
 * Calls the listener after an administrator's settings changed.
 * @returns A function that ends it.
 */
export function watchManagedArea(listener: () => void): () => void {
  // Firefox has no separate event for the managed area.
  const onChanged = (_changes: object, area: string) => {
    if (area === 'managed') listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

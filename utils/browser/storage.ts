import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';

/** Declares a stored item; every key of the extension is declared once, beside what it holds. */
export const defineItem: typeof storage.defineItem = storage.defineItem;

/** An item of {@link defineItem} that has a fallback and so always gives a value. */
export interface Item<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(listener: (value: T, before: T) => void): () => void;
}

/** Writes several items of one area at once: all of them or none. */
export const setItems: typeof storage.setItems = storage.setItems;

/** Removes several items of one area at once. */
export const removeItems: typeof storage.removeItems = storage.removeItems;

/**
 * Keeps `storage.session` from content scripts. Firefox has no such switch and never shows it to
 * them.
 */
export async function restrictSessionStorage(): Promise<void> {
  await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Puts a value under a key of `storage.session`: memory only, gone with the browser. */
export async function putSession(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

/** Everything in `storage.session` whose key starts so; what other keys hold is not read for it. */
export async function readSession(prefix: string): Promise<Map<string, unknown>> {
  const keys = await listedKeys();
  const wanted = keys?.filter((key) => key.startsWith(prefix)) ?? null;
  const all: Record<string, unknown> = await browser.storage.session.get(wanted);
  return new Map(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
}

/** The keys in `storage.session` that start so; their values, which may be large, are not read. */
export async function sessionKeys(prefix: string): Promise<readonly string[]> {
  const keys = (await listedKeys()) ?? Object.keys(await browser.storage.session.get(null));
  return keys.filter((key) => key.startsWith(prefix));
}

/** Nothing in a browser that cannot list keys: Chrome before 130, Firefox before 143. */
async function listedKeys(): Promise<readonly string[] | undefined> {
  const area: Partial<typeof browser.storage.session> = browser.storage.session;
  return area.getKeys?.();
}

/** Removes keys of `storage.session`. */
export async function dropSession(keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await browser.storage.session.remove([...keys]);
}

/**
 * Calls the listener with every written (`undefined`: removed) value under keys that start so.
 * @returns what ends it.
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
 * What an administrator set, by key; nothing where there is none. Firefox rejects then instead of
 * giving nothing: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
 */
export async function readManagedArea(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}

/**
 * Calls the listener whenever an administrator's settings changed.
 * @returns what ends it.
 */
export function watchManagedArea(listener: () => void): () => void {
  // Firefox has no event of the managed area alone.
  const onChanged = (_changes: object, area: string) => {
    if (area === 'managed') listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

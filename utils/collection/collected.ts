import type { DBSchema } from 'idb';
import { once } from '../async/once.ts';
import { openStore, type Store } from '../browser/store.ts';
import { LONGEST_NOTE } from '../spotting/limits.ts';
import type { Item } from './item.ts';

interface CollectedSchema extends DBSchema {
  items: { key: string; value: Item; indexes: { collectedAt: number } };
}

/** The collection. It stays when popup, tab and browser are closed. Each image is in it once. */
export class Collected {
  readonly #store: Store<CollectedSchema>;

  constructor(name = 'vodsweep-collected') {
    this.#store = openStore({
      name,
      version: 1,
      upgrade(db) {
        const items = db.createObjectStore('items', { keyPath: 'key' });
        items.createIndex('collectedAt', 'collectedAt');
      },
      watched: 'collected',
    });
  }

  /** @returns The number of items in it. */
  async count(): Promise<number> {
    return (await this.#store.db()).count('items');
  }

  /** Adds items. One that is there already keeps its place, its time and its note. */
  async add(items: readonly Item[]): Promise<void> {
    const tx = (await this.#store.db()).transaction('items', 'readwrite');
    const now = Date.now();
    for (const item of items) {
      const there = await tx.store.get(item.key);
      const note = there?.note ?? item.note?.slice(0, LONGEST_NOTE);
      await tx.store.put({
        ...item,
        ...(note !== undefined && { note }),
        collectedAt: there?.collectedAt ?? now,
      });
    }
    await tx.done;
    this.#store.announce();
  }

  /** Writes a note on items; an empty one removes their notes. */
  async note(keys: readonly string[], words: string): Promise<void> {
    const tx = (await this.#store.db()).transaction('items', 'readwrite');
    const written = words.trim().slice(0, LONGEST_NOTE);
    for (const key of keys) {
      const there = await tx.store.get(key);
      if (there === undefined) continue;
      const { note: _, ...item } = there;
      await tx.store.put(written === '' ? item : { ...item, note: written });
    }
    await tx.done;
    this.#store.announce();
  }

  /** Removes items by their keys. */
  async remove(keys: readonly string[]): Promise<void> {
    const tx = (await this.#store.db()).transaction('items', 'readwrite');
    for (const key of keys) await tx.store.delete(key);
    await tx.done;
    this.#store.announce();
  }

  /** @returns The keys of all items. */
  async keys(): Promise<ReadonlySet<string>> {
    return new Set(await (await this.#store.db()).getAllKeys('items'));
  }

  /** @returns All items in the order in which they were collected. */
  async items(): Promise<Item[]> {
    return (await this.#store.db()).getAllFromIndex('items', 'collectedAt');
  }
}

/** @returns The collection, opened once in each page or worker. */
export const openCollected = once(() => new Collected());

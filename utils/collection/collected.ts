import type { DBSchema } from 'idb';
import { once } from '../async/once.ts';
import { openStore, type Store } from '../browser/store.ts';
import { LONGEST_NOTE } from '../spotting/limits.ts';
import type { Item } from './item.ts';

interface CollectedSchema extends DBSchema {
  items: { key: string; value: Item; indexes: { collectedAt: number } };
}

/** The collection: outlives the popup, the tab and the browser. Each image is in it once. */
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

  /** How many items are in it. */
  async count(): Promise<number> {
    return (await this.#store.db()).count('items');
  }

  /** Adds items; one that is there already keeps its place, its moment, and its note. */
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

  /** Writes a note on items; an empty one takes their notes away. */
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

  /** Takes items out by key. */
  async remove(keys: readonly string[]): Promise<void> {
    const tx = (await this.#store.db()).transaction('items', 'readwrite');
    for (const key of keys) await tx.store.delete(key);
    await tx.done;
    this.#store.announce();
  }

  /** The keys of all items. */
  async keys(): Promise<ReadonlySet<string>> {
    return new Set(await (await this.#store.db()).getAllKeys('items'));
  }

  /** All items, first collected first. */
  async items(): Promise<Item[]> {
    return (await this.#store.db()).getAllFromIndex('items', 'collectedAt');
  }
}

/** @returns The collection, opened once a page or worker. */
export const openCollected = once(() => new Collected());

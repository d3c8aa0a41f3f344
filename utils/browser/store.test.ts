import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import type { DBSchema } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore } from './store.ts';

interface TestSchema extends DBSchema {
  words: { key: string; value: string };
}

const storeOf = (name: string, version = 1) =>
  openStore<TestSchema>({
    name,
    version,
    upgrade: (db, before) => {
      if (before === 0) db.createObjectStore('words');
    },
    watched: 'proofs',
  });

afterEach(() => void vi.restoreAllMocks());

describe('a store', () => {
  it('is opened at its first use, and once for all that use it', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const store = storeOf('used');
    expect(open).not.toHaveBeenCalled();
    const [one, other] = await Promise.all([store.db(), store.db()]);
    expect(one).toBe(other);
    expect(open).toHaveBeenCalledOnce();
    expect(open).toHaveBeenCalledWith('used', 1);
  });

  it('can be used again after it could not be opened', async () => {
    const store = storeOf('broken');
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('no room', 'UnknownError');
    });
    await expect(store.db()).rejects.toThrow('no room');
    await (await store.db()).put('words', 'there', 'x');
    expect(await (await store.db()).get('words', 'x')).toBe('there');
  });

  it('is opened again, with what it held, after the browser closed it', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const store = storeOf('closed');
    await (await store.db()).put('words', 'there', 'x');
    const request = open.mock.results[0]?.value as IDBOpenDBRequest;
    forceCloseDatabase(request.result as never);
    expect(await (await store.db()).get('words', 'x')).toBe('there');
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('is made by its upgrade only where it is older', async () => {
    const before = await storeOf('older', 1).db();
    await before.put('words', 'there', 'x');
    before.close();
    expect(await (await storeOf('older', 2).db()).get('words', 'x')).toBe('there');
  });
});

import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Collected } from './collected.ts';
import type { Item } from './item.ts';

const item = (key: string): Item => ({
  key,
  kind: 'image',
  certainty: 'strict',
  standing: 'mine',
  addresses: [`https://${key}`],
  carriers: [],
});

afterEach(() => void vi.restoreAllMocks());

describe('the collection', () => {
  it('can be used again after it could not be opened', async () => {
    const collected = new Collected('collected-broken');
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('no room', 'UnknownError');
    });
    await expect(collected.items()).rejects.toThrow('no room');
    await collected.add([item('x')]);
    expect([...(await collected.keys())]).toEqual(['x']);
  });

  it('is opened again after the browser closed it', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    const collected = new Collected('collected-closed');
    await collected.add([item('x')]);
    const request = open.mock.results[0]?.value as IDBOpenDBRequest;
    forceCloseDatabase(request.result as never);
    expect([...(await collected.keys())]).toEqual(['x']);
    expect(open).toHaveBeenCalledTimes(2);
  });
});

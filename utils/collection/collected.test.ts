import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Collected, openCollected } from './collected.ts';
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
  it('is opened only once', () => {
    expect(openCollected()).toBe(openCollected());
  });

  it('can be used after an attempt to open it failed', async () => {
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

describe('notes', () => {
  it('are written on several items, stay when an item is added again, and are removed when empty', async () => {
    const collected = new Collected('collected-notes');
    await collected.add([item('x'), item('y'), item('z')]);
    await collected.note(['x', 'y', 'gone'], ' T-17 ');
    await collected.add([item('x')]);
    const notes = async () => (await collected.items()).map(({ key, note }) => [key, note]);
    expect(await notes()).toEqual([
      ['x', 'T-17'],
      ['y', 'T-17'],
      ['z', undefined],
    ]);
    await collected.note(['x', 'y'], '');
    expect((await collected.items()).some((one) => 'note' in one)).toBe(false);
  });
});

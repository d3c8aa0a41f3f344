import { describe, expect, it } from 'vitest';
import type { Item } from '../../utils/collection/item.ts';
import { filterItems, NO_FILTER, offered } from './filter.ts';

const item = (address: string, more: Partial<Item> = {}): Item => ({
  key: address,
  kind: 'image',
  certainty: 'strict',
  standing: 'mine',
  addresses: [address],
  carriers: [],
  ...more,
});

const items = [
  item('https://b.example/image/default/10.png'),
  item('https://a.example/image/cover/9.png', { kind: 'cover' }),
  item('https://c.example/image/default/1.png', { standing: 'unknown' }),
  item('id', { kind: 'image-id', addresses: [], imageId: 'f'.repeat(32), standing: 'unknown' }),
];

const keys = (found: readonly Item[]) => found.map(({ key }) => key.split('/').at(-1));

describe('filterItems', () => {
  it('lets everything through, as it was found, without a filter', () => {
    expect(filterItems(items, NO_FILTER)).toEqual(items);
  });

  it('joins words, kind, standing and host', () => {
    expect(keys(filterItems(items, { ...NO_FILTER, kind: 'cover' }))).toEqual(['9.png']);
    expect(keys(filterItems(items, { ...NO_FILTER, standing: 'unknown' }))).toEqual([
      '1.png',
      'id',
    ]);
    expect(keys(filterItems(items, { ...NO_FILTER, host: 'b.example' }))).toEqual(['10.png']);
    expect(filterItems(items, { ...NO_FILTER, host: 'b.example', kind: 'cover' })).toEqual([]);
    expect(keys(filterItems(items, { ...NO_FILTER, words: 'default', standing: 'mine' }))).toEqual([
      '10.png',
    ]);
  });

  it('orders names as numbers are counted, and hosts, and leaves equal ones alone', () => {
    expect(keys(filterItems(items.slice(0, 3), { ...NO_FILTER, order: 'name' }))).toEqual([
      '1.png',
      '9.png',
      '10.png',
    ]);
    expect(keys(filterItems(items.slice(0, 3), { ...NO_FILTER, order: 'host' }))).toEqual([
      '9.png',
      '10.png',
      '1.png',
    ]);
    const same = [item('https://a.example/2.png'), item('https://a.example/1.png')];
    expect(filterItems(same, { ...NO_FILTER, order: 'host' })).toEqual(same);
  });
});

it('offers what stands in the list, each once', () => {
  expect(offered(items)).toEqual({
    kinds: ['image', 'cover', 'image-id'],
    standings: ['mine', 'unknown'],
    hosts: ['a.example', 'b.example', 'c.example'],
  });
});

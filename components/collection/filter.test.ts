import { describe, expect, it } from 'vitest';
import type { Item } from '../../utils/collection/item.ts';
import { filterItems, NO_FILTER, NO_VIDEO, offered } from './filter.ts';

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
  it('keeps all items, in the found order, without a filter', () => {
    expect(filterItems(items, NO_FILTER)).toEqual(items);
  });

  it('combines words, kind, standing and host', () => {
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

  it('sorts names by their numbers, sorts hosts, and keeps the order of equal ones', () => {
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

it('offers the values in the list, each once', () => {
  expect(offered(items)).toEqual({
    kinds: ['image', 'cover', 'image-id'],
    standings: ['mine', 'unknown'],
    hosts: ['a.example', 'b.example', 'c.example'],
    videos: [NO_VIDEO],
  });
});

describe('filterItems, with videos', () => {
  const of = (videoId: string, ...names: readonly string[]) =>
    names.map((name) => item(`https://a.example/${name}`, { videoId }));
  const mixed = [
    ...of('v1', '1'),
    item('https://a.example/2'),
    ...of('v2', '3'),
    ...of('v1', '4'),
    item('https://a.example/5'),
    ...of('v2', '6', '7'),
  ];

  it('keeps the items of one video, or those without a video', () => {
    expect(keys(filterItems(mixed, { ...NO_FILTER, video: 'v1' }))).toEqual(['1', '4']);
    expect(keys(filterItems(mixed, { ...NO_FILTER, video: NO_VIDEO }))).toEqual(['2', '5']);
  });

  it('groups videos in the found order, and puts the rest last', () => {
    expect(keys(filterItems(mixed, { ...NO_FILTER, order: 'video' }))).toEqual(
      '1 4 3 6 7 2 5'.split(' '),
    );
  });

  it('offers the videos with most items, up to a limit', () => {
    expect(offered(mixed).videos).toEqual(['v2', 'v1', NO_VIDEO]);
    const many = Array.from({ length: 500 }, (_, at) => of(`v${at}`, `${at}`)).flat();
    expect(offered([...many, ...of('v499', 'another')]).videos.slice(0, 2)).toEqual(['v499', 'v0']);
    expect(offered(many).videos).toHaveLength(20);
    expect(offered([]).videos).toEqual([]);
  });
});

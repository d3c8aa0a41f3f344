import { describe, expect, it } from 'vitest';
import { itemAt } from '../../../tests/components/fixtures.ts';
import type { Item } from '../../../utils/collection/item.ts';
import type { SideStep, Step } from '../../shared/Grid.tsx';
import { type Lines, layLines, type Place, stepFrom } from './lines.ts';
import { groupByVideo } from './video-groups.ts';

const item = (key: string, videoId?: string): Item =>
  itemAt('https://img.example.com/', { key, ...(videoId === undefined ? {} : { videoId }) });

/** @returns The keys of every line. */
const drawn = ({ lines }: Lines) =>
  lines.map((line) =>
    line.kind === 'head' ? line.group.key : line.items.map(({ key }) => key).join(' '),
  );

const flat = 'abcdefgh'.split('').map((key) => item(key));
const ofVideos = [item('a', 'v'), item('b', 'v'), item('c', 'v'), item('d', 'w'), item('e')];

describe('layLines', () => {
  it('puts as many items side by side as there are columns', () => {
    expect(drawn(layLines(flat, undefined, 3))).toEqual(['a b c', 'd e f', 'g h']);
    expect(layLines(flat, undefined, 3).lineOf.get('f')).toBe(1);
    expect(drawn(layLines([], undefined, 3))).toEqual([]);
  });

  it('begins every group with its head, which is not an item', () => {
    const all = layLines(ofVideos, groupByVideo(ofVideos), 2);
    expect(drawn(all)).toEqual(['group:v', 'a b', 'c', 'group:w', 'd', 'group:', 'e']);
    expect(all.keys).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(all.lineOf.get('group:w')).toBe(3);
  });
});

describe('stepFrom', () => {
  const walk = (all: Lines, itemsOnly: boolean, from: string | undefined, steps: string) => {
    const names: Readonly<Record<string, Step | SideStep>> = {
      '↑': 'previous',
      '↓': 'next',
      '←': 'before',
      '→': 'after',
      H: 'first',
      E: 'last',
      U: 'page-up',
      D: 'page-down',
    };
    let place: Place | undefined;
    return [...steps].map((sign) => {
      place = stepFrom(all, from, names[sign] ?? 'first', 2, itemsOnly, place);
      from = place?.key;
      return from;
    });
  };
  const cards = layLines(flat, undefined, 3);

  it('keeps its column from row to row, also past a shorter row', () => {
    expect(walk(cards, false, 'c', '↓↓↓↑↑↑')).toEqual(['f', 'h', 'h', 'f', 'c', 'c']);
    expect(walk(cards, false, 'c', 'DU')).toEqual(['h', 'c']);
  });

  it('takes the new column after a step to the side or to an end', () => {
    expect(walk(cards, false, 'c', '↓↓←↑')).toEqual(['f', 'h', 'g', 'd']);
    expect(walk(cards, false, 'c', '↓HE↑')).toEqual(['f', 'a', 'h', 'e']);
  });

  it('takes the new column when the active item has changed in another way', () => {
    const before = stepFrom(cards, 'f', 'next', 2, false);
    expect(before).toEqual({ key: 'h', column: 2 });
    expect(stepFrom(cards, 'g', 'previous', 2, false, before)).toEqual({ key: 'd', column: 0 });
  });

  it('goes sideways into the next row, but not beyond the first and last item', () => {
    expect(walk(cards, false, 'c', '→←←←←')).toEqual(['d', 'c', 'b', 'a', 'a']);
    expect(walk(cards, false, 'f', '→→→')).toEqual(['g', 'h', 'h']);
  });

  it('moves to both ends and by pages', () => {
    expect(walk(cards, false, 'b', 'EH')).toEqual(['h', 'a']);
    expect(walk(cards, false, 'b', 'DUD')).toEqual(['h', 'b', 'h']);
  });

  it('starts at the first item', () => {
    for (const sign of '↓↑→←') expect(walk(cards, false, undefined, sign)).toEqual(['a']);
    expect(walk(cards, false, 'gone', '↓')).toEqual(['a']);
    expect(walk(layLines([], undefined, 3), false, undefined, '↓→E')).toEqual(
      Array(3).fill(undefined),
    );
  });

  const grouped = layLines(ofVideos, groupByVideo(ofVideos), 2);

  it('stops at heads', () => {
    expect(walk(grouped, false, undefined, '↓↓↓↓↓')).toEqual('group:v a c group:w d'.split(' '));
    expect(walk(grouped, false, 'c', '→→←←')).toEqual(['group:w', 'd', 'group:w', 'c']);
    expect(walk(grouped, false, 'e', 'H')).toEqual(['group:v']);
  });

  it('returns to its column below and above a head', () => {
    const items = [...'abcdef'].map((key) => item(key, key < 'd' ? 'v' : 'w'));
    const all = layLines(items, groupByVideo(items), 3);
    expect(walk(all, false, 'c', '↓↓↑↑')).toEqual(['group:w', 'f', 'group:w', 'c']);
    expect(walk(all, false, 'e', '↑↑←')).toEqual(['group:w', 'b', 'a']);
    expect(walk(all, true, 'c', '↓↑')).toEqual(['f', 'c']);
  });

  it('skips heads when only items count', () => {
    expect(walk(grouped, true, 'c', '↓↓↓')).toEqual(['d', 'e', 'e']);
    expect(walk(grouped, true, 'e', '↑↑↑↑')).toEqual(['d', 'c', 'a', 'a']);
    expect(walk(grouped, true, 'c', '→→→')).toEqual(['d', 'e', 'e']);
    expect(walk(grouped, true, 'd', '←←←←')).toEqual(['c', 'b', 'a', 'a']);
    expect(walk(grouped, true, 'e', 'HE')).toEqual(['a', 'e']);
    expect(walk(grouped, true, 'e', 'UUU')).toEqual(['d', 'c', 'a']);
    expect(walk(grouped, true, 'group:w', '↑')).toEqual(['c']);
  });
});

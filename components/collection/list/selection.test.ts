import { describe, expect, it } from 'vitest';
import {
  chosen,
  extendTo,
  moveTo,
  NOTHING_SELECTED,
  selectAll,
  selectNone,
  toggle,
  toggleAll,
} from './selection.ts';

const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
const rows = keys.map((key) => ({ key }));
const list = (selection: { selected: ReadonlySet<string> }) => [...selection.selected].sort();

describe('toggle', () => {
  it('adds and takes out one row and leaves the others', () => {
    const two = toggle(toggle(NOTHING_SELECTED, 'a'), 'c');
    expect(list(two)).toEqual(['a', 'c']);
    expect(list(toggle(two, 'a'))).toEqual(['c']);
    expect(two.active).toBe('c');
  });
});

describe('toggleAll', () => {
  it('chooses what is missing, then takes all out, and leaves the others', () => {
    const some = toggle(toggle(NOTHING_SELECTED, 'a'), 'f');
    const all = toggleAll(some, ['a', 'b'], 'head');
    expect(list(all)).toEqual(['a', 'b', 'f']);
    expect(all.active).toBe('head');
    expect(list(toggleAll(all, ['a', 'b'], 'head'))).toEqual(['f']);
  });

  it('starts no range at what is no row', () => {
    const all = toggleAll(NOTHING_SELECTED, ['a'], 'head');
    expect(list(extendTo(all, keys, 'd'))).toEqual(['a', 'd']);
  });
});

describe('extendTo', () => {
  it('chooses the range from the anchor in either direction', () => {
    expect(list(extendTo(toggle(NOTHING_SELECTED, 'b'), keys, 'd'))).toEqual(['b', 'c', 'd']);
    expect(list(extendTo(toggle(NOTHING_SELECTED, 'd'), keys, 'b'))).toEqual(['b', 'c', 'd']);
  });

  it('shrinks when the range turns back, and keeps what was chosen before', () => {
    const before = toggle(toggle(NOTHING_SELECTED, 'f'), 'a');
    const wide = extendTo(before, keys, 'd');
    expect(list(wide)).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(list(extendTo(wide, keys, 'b'))).toEqual(['a', 'b', 'f']);
  });

  it('starts at the row itself without an anchor in the list', () => {
    expect(list(extendTo(NOTHING_SELECTED, keys, 'c'))).toEqual(['c']);
    expect(list(extendTo(moveTo(NOTHING_SELECTED, 'gone'), keys, 'c'))).toEqual(['c']);
  });

  it('ignores a row that is not in the list', () => {
    const one = toggle(NOTHING_SELECTED, 'a');
    expect(extendTo(one, keys, 'z')).toBe(one);
  });

  it('chooses only what is shown between the two ends', () => {
    const shown = ['a', 'c', 'e'];
    expect(list(extendTo(toggle(NOTHING_SELECTED, 'a'), shown, 'e'))).toEqual(['a', 'c', 'e']);
  });
});

describe('moveTo', () => {
  it('chooses nothing and starts the next range', () => {
    const moved = moveTo(toggle(NOTHING_SELECTED, 'a'), 'c');
    expect(list(moved)).toEqual(['a']);
    expect(list(extendTo(moved, keys, 'd'))).toEqual(['a', 'c', 'd']);
  });
});

describe('selectAll, selectNone', () => {
  it('choose all shown, and nothing', () => {
    const all = selectAll(toggle(NOTHING_SELECTED, 'f'), ['a', 'b']);
    expect(list(all)).toEqual(['a', 'b', 'f']);
    expect(list(selectNone(all))).toEqual([]);
  });
});

describe('chosen', () => {
  it('gives shown rows only, in the order shown', () => {
    const all = selectAll(NOTHING_SELECTED, keys);
    expect(chosen(rows, all)).toHaveLength(6);
    expect(chosen([{ key: 'e' }, { key: 'b' }], all)).toEqual([{ key: 'e' }, { key: 'b' }]);
  });
});

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
  it('selects and deselects one row, and does not change the others', () => {
    const two = toggle(toggle(NOTHING_SELECTED, 'a'), 'c');
    expect(list(two)).toEqual(['a', 'c']);
    expect(list(toggle(two, 'a'))).toEqual(['c']);
    expect(two.active).toBe('c');
  });
});

describe('toggleAll', () => {
  it('selects the missing rows, then deselects all, and does not change the others', () => {
    const some = toggle(toggle(NOTHING_SELECTED, 'a'), 'f');
    const all = toggleAll(some, ['a', 'b'], 'head');
    expect(list(all)).toEqual(['a', 'b', 'f']);
    expect(all.active).toBe('head');
    expect(list(toggleAll(all, ['a', 'b'], 'head'))).toEqual(['f']);
  });

  it('starts no range at a head', () => {
    const all = toggleAll(NOTHING_SELECTED, ['a'], 'head');
    expect(list(extendTo(all, keys, 'd'))).toEqual(['a', 'd']);
  });
});

describe('extendTo', () => {
  it('selects the range from the anchor in both directions', () => {
    expect(list(extendTo(toggle(NOTHING_SELECTED, 'b'), keys, 'd'))).toEqual(['b', 'c', 'd']);
    expect(list(extendTo(toggle(NOTHING_SELECTED, 'd'), keys, 'b'))).toEqual(['b', 'c', 'd']);
  });

  it('gets smaller when the range turns back, and keeps the earlier selection', () => {
    const before = toggle(toggle(NOTHING_SELECTED, 'f'), 'a');
    const wide = extendTo(before, keys, 'd');
    expect(list(wide)).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(list(extendTo(wide, keys, 'b'))).toEqual(['a', 'b', 'f']);
  });

  it('starts at the row itself when the anchor is not in the list', () => {
    expect(list(extendTo(NOTHING_SELECTED, keys, 'c'))).toEqual(['c']);
    expect(list(extendTo(moveTo(NOTHING_SELECTED, 'gone'), keys, 'c'))).toEqual(['c']);
  });

  it('ignores a row that is not in the list', () => {
    const one = toggle(NOTHING_SELECTED, 'a');
    expect(extendTo(one, keys, 'z')).toBe(one);
  });

  it('selects only shown rows between the two ends', () => {
    const shown = ['a', 'c', 'e'];
    expect(list(extendTo(toggle(NOTHING_SELECTED, 'a'), shown, 'e'))).toEqual(['a', 'c', 'e']);
  });
});

describe('moveTo', () => {
  it('does not change the selection, and starts the next range', () => {
    const moved = moveTo(toggle(NOTHING_SELECTED, 'a'), 'c');
    expect(list(moved)).toEqual(['a']);
    expect(list(extendTo(moved, keys, 'd'))).toEqual(['a', 'c', 'd']);
  });
});

describe('selectAll, selectNone', () => {
  it('select all shown rows, and no rows', () => {
    const all = selectAll(toggle(NOTHING_SELECTED, 'f'), ['a', 'b']);
    expect(list(all)).toEqual(['a', 'b', 'f']);
    expect(list(selectNone(all))).toEqual([]);
  });
});

describe('chosen', () => {
  it('returns only shown rows, in the shown order', () => {
    const all = selectAll(NOTHING_SELECTED, keys);
    expect(chosen(rows, all)).toHaveLength(6);
    expect(chosen([{ key: 'e' }, { key: 'b' }], all)).toEqual([{ key: 'e' }, { key: 'b' }]);
  });
});

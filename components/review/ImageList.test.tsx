// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item } from '../../utils/collection/item.ts';
import { byRole, click, press, show } from '../shared/testing.ts';
import { ImageList } from './ImageList.tsx';
import { NOTHING_SELECTED, type Selection } from './selection.ts';

vi.mock('../../utils/browser/i18n.ts', async () => (await import('../shared/testing.ts')).i18n);

const items: readonly Item[] = Array.from({ length: 10_000 }, (_, at) => ({
  key: `img.example.com/${at}.png`,
  kind: 'image',
  certainty: 'strict',
  standing: 'mine',
  addresses: [`https://img.example.com/${at}.png`],
  carriers: ['img'],
}));

let latest: Selection = NOTHING_SELECTED;

function List() {
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  latest = selection;
  return <ImageList items={items} selection={selection} onSelect={setSelection} />;
}

const chosen = () => [...latest.selected].map((key) => Number(/(\d+)\.png$/.exec(key)?.[1])).sort();
const grid = () => byRole('grid', 'Images');
const row = (at: number) => {
  const found = grid().querySelector<HTMLElement>(`[aria-rowindex="${at + 1}"]`);
  if (found === null) throw new Error(`Row ${at} is not in the document`);
  return found;
};
const activeName = () =>
  document
    .getElementById(grid().getAttribute('aria-activedescendant') ?? '')
    ?.getAttribute('aria-label');

beforeEach(async () => {
  // There is no layout here, and a list without height shows no rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  await show(<List />);
});

describe('ImageList', () => {
  it('counts all rows and renders few', () => {
    expect(grid().getAttribute('aria-rowcount')).toBe('10000');
    expect(document.querySelectorAll('*').length).toBeLessThan(400);
    expect(row(0).getAttribute('aria-label')).toBe('https://img.example.com/0.png, Image, Mine');
  });

  it('toggles by click and chooses a range by shift-click', async () => {
    await click(row(1));
    await click(row(3), { shiftKey: true });
    expect(chosen()).toEqual([1, 2, 3]);
    await click(row(2), { ctrlKey: true });
    expect(chosen()).toEqual([1, 3]);
    expect(row(1).getAttribute('aria-selected')).toBe('true');
    expect(row(2).getAttribute('aria-selected')).toBe('false');
    expect(row(1).querySelector('input')?.checked).toBe(true);
  });

  it('moves by arrows and chooses by space', async () => {
    await press(grid(), 'ArrowDown');
    await press(grid(), 'ArrowDown');
    expect(chosen()).toEqual([]);
    expect(activeName()).toContain('/1.png');
    await press(grid(), ' ');
    expect(chosen()).toEqual([1]);
    await press(grid(), 'ArrowDown', { shiftKey: true });
    await press(grid(), 'ArrowDown', { shiftKey: true });
    expect(chosen()).toEqual([1, 2, 3]);
    await press(grid(), 'ArrowUp', { shiftKey: true });
    expect(chosen()).toEqual([1, 2]);
  });

  it('reaches both ends, with the active row in the document', async () => {
    await press(grid(), 'End');
    expect(activeName()).toContain('/9999.png');
    await press(grid(), 'Home');
    expect(activeName()).toContain('/0.png');
    await press(grid(), 'ArrowUp');
    expect(activeName()).toContain('/0.png');
  });

  it('chooses all by Ctrl+A', async () => {
    await press(grid(), 'a', { ctrlKey: true });
    expect(latest.selected.size).toBe(10_000);
  });
});

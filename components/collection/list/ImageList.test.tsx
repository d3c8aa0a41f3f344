// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { itemAt } from '../../../tests/components/fixtures.ts';
import { byRole, click, press, show } from '../../../tests/components/page.ts';
import type { Item } from '../../../utils/collection/item.ts';
import { ImageList, type ImageListProps } from './ImageList.tsx';
import { NOTHING_SELECTED, type Selection } from './selection.ts';
import { groupByVideo } from './video-groups.ts';

const items: readonly Item[] = Array.from({ length: 10_000 }, (_, at) =>
  itemAt(`https://img.example.com/${at}.png`),
);

let latest: Selection = NOTHING_SELECTED;

function List(props: Partial<ImageListProps>) {
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  latest = selection;
  return <ImageList items={items} selection={selection} onSelect={setSelection} {...props} />;
}

const chosen = () => [...latest.selected].map((key) => Number(/(\d+)\.png$/.exec(key)?.[1])).sort();
const rowsShown = () => document.querySelectorAll('[role="row"]').length;
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
  // The test DOM has no layout, and a list without a height renders no rows.
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

  it('toggles by click and selects a range by Shift+click', async () => {
    await click(row(1));
    await click(row(3), { shiftKey: true });
    expect(chosen()).toEqual([1, 2, 3]);
    await click(row(2), { ctrlKey: true });
    expect(chosen()).toEqual([1, 3]);
    expect(row(1).getAttribute('aria-selected')).toBe('true');
    expect(row(2).getAttribute('aria-selected')).toBe('false');
    expect(row(1).querySelector('input')?.checked).toBe(true);
  });

  it('moves by arrows and selects by Space', async () => {
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

  it('moves to both ends, with the active row rendered', async () => {
    await press(grid(), 'End');
    expect(activeName()).toContain('/9999.png');
    await press(grid(), 'Home');
    expect(activeName()).toContain('/0.png');
    await press(grid(), 'ArrowUp');
    expect(activeName()).toContain('/0.png');
  });

  it('selects all by Ctrl+A', async () => {
    await press(grid(), 'a', { ctrlKey: true });
    expect(latest.selected.size).toBe(10_000);
  });
});

const card = (at: number) => byRole('gridcell', `https://img.example.com/${at}.png, Image, Mine`);

describe('ImageList as a grid', () => {
  const onShow = vi.fn();
  beforeEach(() => show(<List layout="grid" onShow={onShow} />));

  it('counts rows and columns, names every cell and renders few', async () => {
    expect(grid().getAttribute('aria-rowcount')).toBe('3334');
    expect(grid().getAttribute('aria-colcount')).toBe('3');
    expect(card(4).closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('2');
    expect(rowsShown()).toBeLessThan(8);
    await press(grid(), 'End');
    expect(rowsShown()).toBeLessThan(8);
    expect(document.querySelectorAll('*').length).toBeLessThan(400);
  });

  it('toggles by click and selects a range by Shift+click', async () => {
    await click(card(1));
    await click(card(5), { shiftKey: true });
    expect(chosen()).toEqual([1, 2, 3, 4, 5]);
    await click(card(3));
    expect(chosen()).toEqual([1, 2, 4, 5]);
    expect(card(1).getAttribute('aria-selected')).toBe('true');
    expect(card(3).getAttribute('aria-selected')).toBe('false');
    expect(card(3).closest('[role="row"]')?.hasAttribute('aria-selected')).toBe(false);
  });

  it('moves in both directions, and selects by Space and with Shift', async () => {
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) await press(grid(), key);
    expect(activeName()).toContain('/1.png');
    await press(grid(), ' ');
    await press(grid(), 'ArrowDown', { shiftKey: true });
    expect(chosen()).toEqual([1, 2, 3, 4]);
    await press(grid(), 'ArrowLeft', { shiftKey: true });
    expect(chosen()).toEqual([1, 2, 3]);
    await press(grid(), 'Enter');
    expect(onShow).toHaveBeenLastCalledWith(items[3]?.key);
    await press(grid(), 'End');
    expect(activeName()).toContain('/9999.png');
    await press(grid(), 'a', { ctrlKey: true });
    expect(latest.selected.size).toBe(10_000);
  });

  it('swaps left and right in a right-to-left page', async () => {
    grid().style.direction = 'rtl';
    for (const key of ['Home', 'ArrowLeft', 'ArrowLeft']) await press(grid(), key);
    expect(activeName()).toContain('/2.png');
    await press(grid(), 'ArrowRight');
    expect(activeName()).toContain('/1.png');
  });
});

describe.each(['list', 'grid'] as const)('ImageList by videos, as a %s', (layout) => {
  const some = items
    .slice(0, 6)
    .map((item, at) => (at < 4 ? { ...item, videoId: at < 3 ? 'v' : 'w' } : item));
  const groups = groupByVideo(some);
  const onDeleteVideo = vi.fn();
  const head = (name: string) => byRole('row', name);
  const button = (row: HTMLElement, text: string) => {
    const found = [...row.querySelectorAll('button')].find((one) => one.textContent === text);
    if (found === undefined) throw new Error(`There is no ${text}`);
    return found;
  };
  beforeEach(() =>
    show(<List items={some} groups={groups} layout={layout} onDeleteVideo={onDeleteVideo} />),
  );

  it('has a head above every group, which counts as a row', () => {
    expect(grid().getAttribute('aria-rowcount')).toBe(layout === 'list' ? '9' : '6');
    expect(row(0).getAttribute('aria-label')).toBe('v, 3 images');
    expect(row(0).hasAttribute('aria-selected')).toBe(false);
    const none = head('No video, 2 images');
    expect(none.querySelectorAll('button')).toHaveLength(1);
  });

  it('selects a group by its button and by Space, but not by a click on the head', async () => {
    const select = button(head('v, 3 images'), 'Select');
    await click(select);
    expect(chosen()).toEqual([0, 1, 2]);
    expect(select.getAttribute('aria-pressed')).toBe('true');
    await click(head('w, 1 image'));
    expect(chosen()).toEqual([0, 1, 2]);
    await press(grid(), ' ');
    expect(chosen()).toEqual([0, 1, 2, 3]);
    await press(grid(), 'Home');
    await press(grid(), ' ');
    expect(chosen()).toEqual([3]);
  });

  it('asks to delete images of the video', async () => {
    await click(button(head('w, 1 image'), 'All images of this video…'));
    expect(onDeleteVideo).toHaveBeenLastCalledWith(groups[1]);
    expect(chosen()).toEqual([]);
  });

  it('has only the buttons of the active head in the tab order, and lets them handle their keys', async () => {
    await press(grid(), 'Home');
    const select = button(head('v, 3 images'), 'Select');
    expect(select.tabIndex).toBe(0);
    expect(button(head('w, 1 image'), 'Select').tabIndex).toBe(-1);
    await press(select, ' ');
    expect(chosen()).toEqual([]);
    select.focus();
    await press(select, 'ArrowDown');
    expect(activeName()).toContain('/0.png');
    expect(document.activeElement).toBe(grid());
  });

  it('selects a range of items only', async () => {
    await press(grid(), 'End');
    for (let step = 0; step < 3; step += 1) await press(grid(), 'ArrowUp', { shiftKey: true });
    // In the grid, the last item is in the second column, and the range follows that column.
    expect(chosen()).toEqual(layout === 'list' ? [2, 3, 4, 5] : [1, 2, 3, 4, 5]);
  });
});

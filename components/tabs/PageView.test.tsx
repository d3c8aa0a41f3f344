// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { acme, sightingAt } from '../../tests/components/fixtures.ts';
import { byRole, click, settle, show } from '../../tests/components/page.ts';
import { type Layout, layout } from '../../utils/settings/settings.ts';
import { pageItems } from '../../utils/tabs/page-items.ts';
import type { PageSightings } from '../../utils/tabs/reports/page-sightings.ts';
import { EarlyLayout } from '../collection/list/LayoutChoice.tsx';
import { NOTHING_SELECTED } from '../collection/list/selection.ts';
import { PageView } from './PageView.tsx';
import type { TakenPictures } from './use-page-pictures.ts';

vi.mock('../../utils/browser/tabs.ts', () => ({ openOptions: vi.fn() }));
vi.mock('../../utils/collection/collected.ts', () => ({ openCollected: vi.fn() }));

const image = sightingAt(`https://img.example.com/image/default/${'a'.repeat(32)}-6-2.png`);
const NO_PICTURES: TakenPictures = {
  pictures: new Map(),
  pictureOf: () => undefined,
  wasTried: () => false,
  lacks: () => {},
  lacking: 0,
  asked: undefined,
  taking: false,
  take: () => {},
};
const onDelete = vi.fn();
const view = async (page: Partial<PageSightings>, early?: Layout) => {
  await show(
    <EarlyLayout.Provider value={early}>
      <PageView
        page={{ state: 'spotted', sightings: [], ...page }}
        items={pageItems(page.sightings ?? [], acme.ownDomains)}
        account={acme}
        selection={NOTHING_SELECTED}
        onSelect={vi.fn()}
        onDelete={onDelete}
        onSpotAgain={vi.fn()}
        onShow={vi.fn()}
        pictures={NO_PICTURES}
      />
    </EarlyLayout.Provider>,
  );
  return document.body.textContent ?? '';
};

beforeEach(() => {
  fakeBrowser.reset();
  // The test DOM has no layout, and a list without a height renders no rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});

it.each([[[image]], [[]]])('says why the list is not complete (%#)', async (sightings) => {
  expect(await view({ sightings })).not.toContain('not listed');
  expect(await view({ sightings, full: true })).toContain('some images are not listed');
  expect(await view({ sightings, capped: 5000 })).toContain('first 5000 elements');
});

const VIDEO = 'f'.repeat(32);
const ofVideo = (name: string): PageSightings['sightings'][number] => ({
  ...image,
  key: `img.example.com/${name}.jpg`,
  kind: 'snapshot',
  addresses: [`https://img.example.com/${name}.jpg`],
  videoId: VIDEO,
});

const groupByVideo = async () => {
  const order = document.querySelector<HTMLSelectElement>('select[aria-label="Order"]');
  if (order === null) throw new Error('There is no order to choose');
  await act(() => {
    order.value = 'video';
    order.dispatchEvent(new Event('change', { bubbles: true }));
  });
};

it.each([
  ['by its id', []],
  [
    'as it was found',
    [{ ...image, key: `video-id:${VIDEO}`, kind: 'video-id', addresses: [], videoId: VIDEO }],
  ],
] as const)('asks to delete images of a whole video %s, whatever is selected', async (_, more) => {
  await view({ sightings: [ofVideo('1'), image, ...more, ofVideo('2')] });
  await settle();
  await groupByVideo();
  await click(byRole('button', 'All images of this video…'));
  const page = more.length === 0 ? {} : { page: image.page };
  expect(onDelete).toHaveBeenLastCalledWith([
    expect.objectContaining({ kind: 'video-id', videoId: VIDEO, addresses: [], ...page }),
  ]);
});

it('remembers the layout, and shows the list first', async () => {
  await view({ sightings: [image, ofVideo('1')] });
  await settle();
  expect(byRole('button', 'List').getAttribute('aria-pressed')).toBe('true');
  expect(byRole('grid', 'Images').hasAttribute('aria-colcount')).toBe(false);
  await click(byRole('button', 'Grid'));
  await settle();
  expect(byRole('button', 'Grid').getAttribute('aria-pressed')).toBe('true');
  expect(byRole('grid', 'Images').hasAttribute('aria-colcount')).toBe(true);
  expect(await layout.value()).toBe('grid');
});

it('has its rows at once when the layout was read before', async () => {
  const reading = vi.spyOn(layout, 'value').mockReturnValue(new Promise(() => {}));
  await view({ sightings: [image] });
  expect(document.querySelector('[role="grid"]')).toBeNull();
  await view({ sightings: [image] }, 'grid');
  expect(byRole('grid', 'Images').hasAttribute('aria-colcount')).toBe(true);
  reading.mockRestore();
});

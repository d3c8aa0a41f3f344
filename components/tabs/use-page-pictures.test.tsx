// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { sightingAt } from '../../tests/components/fixtures.ts';
import { click, settle, show } from '../../tests/components/page.ts';
import type { PagePicturesTaken } from '../../utils/tabs/pictures/take-pictures.ts';
import type { PageSighting } from '../../utils/tabs/reports/page-sightings.ts';
import { PicturesNotice } from './PicturesNotice.tsx';
import { type TakenPictures, usePagePictures } from './use-page-pictures.ts';

type Take = (tabId: number, addresses: ReadonlySet<string>) => Promise<PagePicturesTaken>;
const taking = vi.hoisted(() => vi.fn<Take>());
vi.mock('../../utils/tabs/pictures/take-pictures.ts', () => ({ takePictures: taking }));

const picture = 'data:image/png;base64,AAAA';
const address = (name: string) => `https://img.example.com/${name}.png`;
const sighting = (name: string, page: string) => sightingAt(address(name), page);

let latest: TakenPictures;
let put: (tabId: number, sightings: readonly PageSighting[]) => Promise<void>;

function Harness({ tabId, sightings }: { tabId: number; sightings: readonly PageSighting[] }) {
  latest = usePagePictures(tabId, sightings);
  return <PicturesNotice {...latest} />;
}

const lack = (...names: string[]) =>
  act(() => {
    for (const name of names) latest.lacks(address(name));
  });
const waitFor = (what: () => void) =>
  vi.waitFor(async () => {
    await settle();
    what();
  }, 10_000);
const words = () => document.body.textContent ?? '';
const button = () => {
  const found = document.querySelector('button');
  if (found === null) throw new Error('There is no button');
  return found;
};

const PAGE = 'https://www.example.com/';
const three = ['a', 'b', 'c'].map((name) => sighting(name, PAGE));

beforeEach(async () => {
  taking.mockReset().mockResolvedValue({ pictures: new Map() });
  const root = await show(null);
  const { render } = await import('preact');
  put = (tabId, sightings) =>
    act(() => render(<Harness tabId={tabId} sightings={sightings} />, root)) as Promise<void>;
  await put(1, three);
});

it('takes pictures once by itself for images that failed together', async () => {
  taking.mockResolvedValue({ pictures: new Map([[address('a'), picture]]) });
  await lack('a', 'b');
  await waitFor(() => expect(latest.pictureOf(address('a'))).toBe(picture));
  expect(taking).toHaveBeenCalledExactlyOnceWith(1, new Set([address('a'), address('b')]));
  expect(latest.wasTried(address('b'))).toBe(true);
  expect(words()).toContain('1 picture does not load here.');

  await lack('c');
  expect(words()).toContain('2 pictures do not load here.');
  expect(latest.wasTried(address('c'))).toBe(false);
  expect(taking).toHaveBeenCalledOnce();
});

it('takes pictures again when the person asks, and says the result', async () => {
  await lack('a', 'b');
  await waitFor(() => expect(latest.wasTried(address('a'))).toBe(true));
  for (const [found, expected] of [
    [{ pictures: new Map() }, 'does not show them now either'],
    [{ pictures: new Map(), fault: 'behind' }, 'behind another tab'],
    [{ pictures: new Map(), fault: 'refused' }, 'only after a click on its icon'],
    [{ pictures: new Map([[address('a'), picture]]) }, '1 more is not in view'],
    [{ pictures: new Map([[address('b'), picture]]) }, 'All missing pictures'],
  ] as const) {
    taking.mockResolvedValue(found);
    await click(button());
    await waitFor(() => expect(words()).toContain(expected));
  }
  taking.mockClear();
  await click(button());
  expect(taking).not.toHaveBeenCalled();
});

it('does not show a picture of one page on another', async () => {
  taking.mockResolvedValue({ pictures: new Map([[address('a'), picture]]) });
  await lack('a');
  await waitFor(() => expect(latest.pictureOf(address('a'))).toBe(picture));
  const { lacks } = latest;
  await put(1, [sighting('a', 'https://other.example.com/')]);
  expect(latest.pictureOf(address('a'))).toBeUndefined();
  // A new function makes a thumbnail that stayed report again.
  expect(latest.lacks).not.toBe(lacks);
});

it('drops a late answer of an earlier page', async () => {
  let give: (found: PagePicturesTaken) => void = () => {};
  taking.mockReturnValueOnce(
    new Promise((resolve) => {
      give = resolve;
    }),
  );
  await lack('a');
  await waitFor(() => expect(taking).toHaveBeenCalledOnce());
  await put(2, three);
  await act(() => give({ pictures: new Map([[address('a'), picture]]) }));
  expect(latest.pictureOf(address('a'))).toBeUndefined();
});

it('keeps its pictures while the page grows, and does not count removed images', async () => {
  taking.mockResolvedValue({ pictures: new Map([[address('a'), picture]]) });
  await lack('a', 'b');
  await waitFor(() => expect(latest.pictureOf(address('a'))).toBe(picture));
  await put(1, [sighting('a', PAGE), sighting('d', 'https://frame.example.com/')]);
  expect(latest.pictureOf(address('a'))).toBe(picture);
  expect(latest.lacking).toBe(0);
});

// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { settle, show } from '../../tests/components/page.ts';
import { type PagePictures, PagePicturesContext } from './page-pictures.ts';
import { Thumbnail, type ThumbnailProps } from './Thumbnail.tsx';

const status = vi.hoisted(() => vi.fn<(address: string, own: boolean) => Promise<unknown>>());
vi.mock('../../utils/browser/load-status.ts', () => ({ loadStatus: status }));

let images = 0;
/** @returns An address that no earlier test has used. */
const fresh = () => `https://img.example.com/${images++}.png`;
const picture = 'data:image/png;base64,AAAA';

const thumbnail = async (props: Partial<ThumbnailProps>, onPage?: PagePictures) => {
  const one = <Thumbnail address={undefined} without="unknown" own {...props} />;
  await show(<PagePicturesContext.Provider value={onPage}>{one}</PagePicturesContext.Provider>);
};
const image = () => {
  const found = document.querySelector('img');
  if (found === null) throw new Error('There is no picture');
  return found;
};
const fire = async (event: 'load' | 'error') => {
  await act(() => void image().dispatchEvent(new Event(event)));
  await settle();
};
const title = () => document.querySelector<HTMLElement>('.thumbnail')?.title;
const label = () => document.querySelector('[role="img"]')?.getAttribute('aria-label');

beforeEach(() => {
  status.mockReset().mockResolvedValue(undefined);
});

it.each([
  ['id', 'An image id: it has no picture'],
  ['video', 'A video id: it has no picture'],
  ['deleted', 'Deleted: there is no picture any more'],
] as const)('has a text for %s without an address', async (without, words) => {
  await thumbnail({ without });
  expect(title()).toBe(words);
  expect(label()).toBe(words);
});

it('has no text once the picture has loaded', async () => {
  await thumbnail({ address: fresh() });
  expect(title()).toBe('The picture is loading');
  await fire('load');
  expect(title()).toBe('');
  expect(image().alt).toBe('');
  expect(image().getAttribute('decoding')).toBe('async');
  expect(image().getAttribute('loading')).toBe('lazy');
  expect(status).not.toHaveBeenCalled();
});

it.each([
  [404, 'Gone: '],
  [410, 'Gone: '],
  [403, 'The host does not show it here: '],
  [401, 'The host does not show it here: '],
  [500, 'It does not load here. '],
  [200, 'It does not load here. '],
  [undefined, 'It does not load here. '],
])('says why it does not load: status %s', async (code, words) => {
  status.mockResolvedValue(code);
  const address = fresh();
  await thumbnail({ address, own: false });
  await fire('error');
  expect(status).toHaveBeenCalledExactlyOnceWith(address, false);
  expect(title()).toContain(words);
  expect(label()).toBe(title());
});

it('asks why only once, also when a row is rendered again', async () => {
  const address = fresh();
  await thumbnail({ address });
  await fire('error');
  await thumbnail({ address });
  await fire('error');
  expect(status).toHaveBeenCalledOnce();
});

it('drops a picture that is too large before it is decoded', async () => {
  await thumbnail({ address: fresh() });
  for (const edge of ['naturalWidth', 'naturalHeight']) {
    Object.defineProperty(image(), edge, { value: 10_000 });
  }
  await fire('load');
  expect(title()).toBe('Too large to be shown here');
  expect(document.querySelector('img')).toBeNull();
});

it('shows the picture from the page, and says so', async () => {
  const address = fresh();
  const lacks = vi.fn();
  const pictures = new Map([[address, picture]]);
  await thumbnail(
    { address },
    { pictureOf: (one) => pictures.get(one), wasTried: () => true, lacks },
  );
  expect(lacks).not.toHaveBeenCalled();
  await fire('error');
  expect(lacks).toHaveBeenCalledExactlyOnceWith(address);
  expect(image().src).toBe(picture);
  expect(title()).toContain('As the page shows it');
});

it('says that the page does not show it either', async () => {
  await thumbnail(
    { address: fresh() },
    { pictureOf: () => undefined, wasTried: () => true, lacks: () => {} },
  );
  await fire('error');
  expect(title()).toContain('Nor could its picture be taken from the page.');
});

it('uses no picture from the page for an image that is gone', async () => {
  status.mockResolvedValue(404);
  const lacks = vi.fn();
  await thumbnail({ address: fresh() }, { pictureOf: () => picture, wasTried: () => true, lacks });
  await fire('error');
  expect(title()).toBe('Gone: the host says that there is no such image');
  expect(lacks).not.toHaveBeenCalled();
});

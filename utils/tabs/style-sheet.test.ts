import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchStyleSheet } from './style-sheet.ts';

const SHEET = 'https://static.shop.example/a.css';
const CSS = '.x{background:url(https://v.example/a.png)}';

let granted: string[];
const fetched: [string, RequestInit][] = [];

beforeEach(() => {
  granted = ['https://static.shop.example/*'];
  fetched.length = 0;
  fakeBrowser.permissions.contains = (async ({ origins = [] }) =>
    origins.every((origin) => granted.includes(origin))) as never;
});

function answer(body: BodyInit, type = 'text/css; charset=utf-8', status = 200): void {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    fetched.push([url, init]);
    return new Response(body, { status, headers: { 'content-type': type } });
  });
}

it('returns the text of a sheet of a granted site, requested without cookies or referrer', async () => {
  answer(CSS);
  expect(await fetchStyleSheet(SHEET)).toBe(CSS);
  expect(fetched[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
});

it('sends no request to a site that was not granted', async () => {
  answer(CSS);
  granted = [];
  expect(await fetchStyleSheet(SHEET)).toBeUndefined();
  expect(fetched).toEqual([]);
});

it.each(['file:///etc/passwd', 'data:text/css,a{}', 'blob:https://static.shop.example/1', 'no'])(
  'sends no request for %s',
  async (url) => {
    answer(CSS);
    expect(await fetchStyleSheet(url)).toBeUndefined();
    expect(fetched).toEqual([]);
  },
);

it.each([
  ['a page', CSS, 'text/html', 200],
  ['a sheet without a type', CSS, '', 200],
  ['an error', CSS, 'text/css', 404],
  ['more than 2 MB', 'a'.repeat((2 << 20) + 1), 'text/css', 200],
] as const)('returns undefined for %s', async (_, body, type, status) => {
  answer(body, type, status);
  expect(await fetchStyleSheet(SHEET)).toBeUndefined();
});

it('returns undefined when the server cannot be reached', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await fetchStyleSheet(SHEET)).toBeUndefined();
});

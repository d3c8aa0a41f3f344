import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadStatus } from './load-status.ts';

const address = 'https://vod.shop.example/image/default/a.png?auth_key=1';
const asked = vi.fn<typeof fetch>();
let granted: readonly string[];
let origin: string;

beforeEach(() => {
  fakeBrowser.reset();
  granted = [];
  origin = 'chrome-extension://abc';
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `${origin}${path}`);
  browser.permissions.contains = (async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((one) => granted.includes(one))) as typeof browser.permissions.contains;
  asked.mockReset().mockResolvedValue(new Response('', { status: 403 }));
  vi.stubGlobal('fetch', asked);
});

it('asks the account’s own host once, without telling more than it must', async () => {
  expect(await loadStatus(address, true)).toBe(403);
  expect(asked).toHaveBeenCalledExactlyOnceWith(
    address,
    expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' }),
  );
});

it('does not name itself to a host that is not the account’s own', async () => {
  expect(await loadStatus(address, false)).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
});

it('shows no host the id that Firefox gave this person’s extension', async () => {
  origin = 'moz-extension://34aa0252-d450-4b2a-9d1f-3da995fb8173';
  expect(await loadStatus(address, true)).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
});

it('asks any host that the person granted', async () => {
  granted = ['https://vod.shop.example/*'];
  expect(await loadStatus(address, false)).toBe(403);
});

it('returns nothing where the answer may not be read', async () => {
  asked.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await loadStatus(address, true)).toBeUndefined();
});

import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { grantedSites } from '../browser/permissions.ts';
import { keySites } from '../browser/unwatched-sites.ts';
import { type Account, NEW_ACCOUNT } from './account.ts';
import { removeAccount, saveAccount } from './saving.ts';

const removed = vi.fn(async () => true);
const account = (uri: string): Account => ({
  ...NEW_ACCOUNT,
  id: 'a',
  name: 'A',
  region: 'cn-shanghai',
  ownDomains: [],
  key: { from: 'uri', uri },
});

beforeEach(() => {
  fakeBrowser.reset();
  removed.mockClear();
  fakeBrowser.runtime.getManifest = () =>
    ({ manifest_version: 3, name: '', version: '1' }) as never;
  fakeBrowser.permissions.remove = removed as never;
  fakeBrowser.permissions.getAll = (async () => ({
    origins: ['https://keys.example/*', 'https://shop.example/*'],
  })) as never;
});

it('does not count the site of a credentials URI among those that are watched', async () => {
  expect(await grantedSites()).toContain('https://keys.example/*');
  await saveAccount(account('https://keys.example:8443/vod?team=1'));
  expect(await keySites.getValue()).toEqual(['https://keys.example/*']);
  expect(await grantedSites()).toEqual(['https://shop.example/*']);
  expect(removed).not.toHaveBeenCalledWith({ origins: ['https://keys.example/*'] });
});

it('removes the site when no account fetches from it any more', async () => {
  await saveAccount(account('https://keys.example/vod'));
  await saveAccount(account('https://other.example/vod'));
  expect(removed).toHaveBeenLastCalledWith({ origins: ['https://keys.example/*'] });
  await removeAccount('a');
  expect(removed).toHaveBeenLastCalledWith({ origins: ['https://other.example/*'] });
  expect(await keySites.getValue()).toEqual([]);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerSpotter } from './page-scripts.ts';
import { grantedSites } from './permissions.ts';

let registered: { id: string; matches?: string[] }[];

beforeEach(() => {
  fakeBrowser.reset();
  registered = [];
  const { scripting } = browser;
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation(
    async () => registered as never,
  );
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation(async (scripts) => {
    if (registered.length > 0) throw new Error('Duplicate script ID');
    registered = scripts as never;
  });
  vi.spyOn(scripting, 'updateContentScripts').mockImplementation(async (scripts) => {
    registered = scripts as never;
  });
  vi.spyOn(scripting, 'unregisterContentScripts').mockImplementation(async () => {
    registered = [];
  });
});
afterEach(() => void vi.restoreAllMocks());

describe('the registration of the spotter', () => {
  it('follows the sites, and is harmless when repeated', async () => {
    await registerSpotter(['https://a.example/*']);
    await registerSpotter(['https://a.example/*']);
    expect(registered).toMatchObject([
      {
        id: 'spotter',
        matches: ['https://a.example/*'],
        allFrames: true,
        matchOriginAsFallback: true,
        persistAcrossSessions: true,
      },
    ]);
    expect(browser.scripting.updateContentScripts).not.toHaveBeenCalled();
    await registerSpotter(['https://b.example/*', 'https://a.example/*']);
    expect(registered[0]?.matches).toEqual(['https://b.example/*', 'https://a.example/*']);
    await registerSpotter([]);
    await registerSpotter([]);
    expect(registered).toEqual([]);
  });
});

describe('granted sites', () => {
  it('are without those that the manifest names', async () => {
    vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({
      origins: ['https://vod.example/*', 'https://a.example/*'],
    } as never);
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
      host_permissions: ['https://vod.example/*'],
    } as never);
    expect(await grantedSites()).toEqual(['https://a.example/*']);
  });
});

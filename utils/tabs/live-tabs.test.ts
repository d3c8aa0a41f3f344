import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NEW_ACCOUNT } from '../accounts/account.ts';
import { saveAccount, useAccount } from '../accounts/saving.ts';
import { listsSessionKeys } from '../browser/testing.ts';
import { openCollected } from '../collection/collected.ts';
import type { Report } from '../page/report.ts';
import { marks } from '../settings/settings.ts';
import type { Sighting } from '../spotting/sighting.ts';
import { keepAlive } from './alive.ts';
import { LiveTabs } from './live-tabs.ts';
import { collectPicked } from './picked.ts';
import { readPage, recordReport } from './reports/page-sightings.ts';

const A = '4e2f5f9c-0000-4000-8000-00000000000a';
const B = '4e2f5f9c-0000-4000-8000-00000000000b';

const sighting = (key: string, more: Partial<Sighting> = {}): Sighting => ({
  key,
  kind: 'image',
  certainty: 'strict',
  addresses: [`https://${key}`],
  carriers: ['img'],
  ...more,
});

const loose = sighting('own.example/covers/cat.jpg', { certainty: 'loose' });

const report = (document: string, number: number, ...sightings: Sighting[]): Report => ({
  document,
  number,
  page: 'https://site.example/',
  sightings,
});

const account = (ownDomains: string[]) => ({
  ...NEW_ACCOUNT,
  id: 'a',
  name: 'A',
  region: 'cn-shanghai' as const,
  ownDomains,
});

/** The documents in each tab, as the browser would report them. */
let alive: Map<number, readonly string[]>;
const badges = new Map<number | undefined, string>();
const injected = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  listsSessionKeys();
  alive = new Map();
  badges.clear();
  injected.mockReset();
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    const documents = alive.get(injection.target.tabId);
    if (documents === undefined) throw new Error('Cannot access contents of the page');
    injected(injection);
    const text = String('func' in injection ? injection.func : 'file');
    return documents.map((document, frameId) => ({
      frameId,
      documentId: document,
      result: text.includes('no-script') ? 'drawn' : document,
    })) as never;
  });
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ tabId, text }) => {
    badges.set(tabId, text ?? '');
  });
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue();
  vi.spyOn(browser.action, 'setBadgeTextColor').mockResolvedValue();
  vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ host_permissions: [] } as never);
});
afterEach(() => void vi.restoreAllMocks());

describe('a tab that reports', () => {
  it('has a badge with the number of rows, and drops the reports of documents that are gone', async () => {
    const tabs = new LiveTabs();
    alive.set(1, [A]);
    await tabs.take(1, report(A, 0, sighting('x'), sighting('y'), loose));
    await vi.waitFor(() => expect(badges.get(1)).toBe('2'));

    alive.set(1, [B]);
    await tabs.take(1, report(B, 0, sighting('z')));
    await vi.waitFor(() => expect(badges.get(1)).toBe('1'));
    expect((await readPage(1)).map(({ key }) => key)).toEqual(['z']);

    // Back from the browser's cache: the same document under a new number.
    alive.set(1, [A]);
    await tabs.take(1, report(A, 1, sighting('x'), sighting('y')));
    await vi.waitFor(() => expect(badges.get(1)).toBe('2'));
    expect((await readPage(1)).map(({ key }) => key)).toEqual(['x', 'y']);
  });

  it('is asked once for each document, not for each report', async () => {
    const tabs = new LiveTabs();
    alive.set(1, [A]);
    await tabs.take(1, report(A, 0, sighting('x')));
    await vi.waitFor(() => expect(badges.get(1)).toBe('1'));
    for (let number = 1; number < 5; number += 1) {
      await tabs.take(1, report(A, number, sighting(`x${number}`)));
    }
    await vi.waitFor(() => expect(badges.get(1)).toBe('5'));
    expect(injected).toHaveBeenCalledTimes(1);
  });

  it('counts loose images of the account once its domain is known', async () => {
    const tabs = new LiveTabs();
    tabs.start();
    alive.set(1, [A]);
    await tabs.take(1, report(A, 0, loose));
    await vi.waitFor(() => expect(badges.get(1)).toBe(''));
    await saveAccount(account(['own.example']));
    await vi.waitFor(() => expect(badges.get(1)).toBe('1'));
  });

  it('counts for the current account, and is spotted again when that changes', async () => {
    await saveAccount(account(['own.example']));
    await saveAccount({ ...account(['other.example']), id: 'b' });
    const tabs = new LiveTabs();
    tabs.start();
    alive.set(1, [A]);
    alive.set(2, []);
    await tabs.take(1, report(A, 0, loose));
    await recordReport(2, report(B, 0, loose));
    await vi.waitFor(() => expect(badges.get(1)).toBe(''));
    await useAccount('a');
    await vi.waitFor(() => expect(badges.get(1)).toBe('1'));
    await useAccount('b');
    await vi.waitFor(() => expect(badges.get(1)).toBe(''));
    const spotted = injected.mock.calls.filter(([{ files }]) => files?.[0]?.includes('spotter'));
    expect(spotted.map(([{ target }]) => target.tabId)).toEqual([1, 1]);
  });

  it('keeps its reports when the browser forbids access to it', async () => {
    await recordReport(1, report(A, 0, sighting('x')));
    expect(await keepAlive(1)).toBeUndefined();
    expect(await readPage(1)).toHaveLength(1);
  });

  it('does not lose a document that begins to report while the tab is asked', async () => {
    await recordReport(1, report(A, 0, sighting('x')));
    await keepAlive(1, async () => {
      await recordReport(1, report(B, 0, sighting('y')));
      return [];
    });
    expect((await readPage(1)).map(({ key }) => key)).toEqual(['y']);
  });

  it('drops the report of a document that is gone, also when it comes while the tab is asked', async () => {
    const tabs = new LiveTabs();
    alive.set(1, [B]);
    const ask = vi.mocked(browser.scripting.executeScript).mockImplementationOnce(async () => {
      await tabs.take(1, report(A, 0, sighting('late')));
      return [{ frameId: 0, documentId: B, result: B }] as never;
    });
    await tabs.take(1, report(B, 0, sighting('z')));
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    await vi.waitFor(async () => expect((await readPage(1)).map(({ key }) => key)).toEqual(['z']));
    await vi.waitFor(() => expect(badges.get(1)).toBe('1'));
  });

  it('counts images in a frame that a page wrote as images of that page', async () => {
    vi.spyOn(browser.tabs, 'get').mockResolvedValue({ url: 'https://site.example/a#b' } as never);
    await new LiveTabs().take(1, { ...report(A, 0, sighting('x')), page: 'about:srcdoc' });
    expect((await readPage(1)).map(({ page }) => page)).toEqual(['https://site.example/a']);
  });

  it('gets the sightings to mark only while marks are on, and nothing about the account', async () => {
    const tabs = new LiveTabs();
    tabs.start();
    await saveAccount(account(['*.example']));
    alive.set(1, [A]);
    await marks.save(true);
    await tabs.take(1, report(A, 0, loose, sighting('x')));
    await vi.waitFor(() => expect(injected).toHaveBeenCalledTimes(2));
    expect(injected.mock.lastCall?.[0].args).toEqual([{ owned: [loose.key], collected: [] }]);
  });
});

describe('a pick on a page', () => {
  it('collects the row of a sighting that the document reported, and nothing else', async () => {
    await saveAccount(account(['*.example']));
    await recordReport(1, report(A, 0, sighting('x'), sighting('junk', { certainty: 'loose' })));
    const keys = async () => [...(await openCollected().keys())];
    expect(await collectPicked(1, { document: B, key: 'x' })).toBe(false);
    expect(await collectPicked(2, { document: A, key: 'x' })).toBe(false);
    expect(await collectPicked(1, { document: A, key: 'z' })).toBe(false);
    expect(await collectPicked(1, { document: A, key: 'junk' })).toBe(false);
    expect(await keys()).toEqual([]);
    expect(await collectPicked(1, { document: A, key: 'x' })).toBe(true);
    expect(await keys()).toEqual(['x']);
  });

  it('collects one row for an image that two own domains serve', async () => {
    await saveAccount(account(['a.example', 'b.example']));
    const path = `image/default/${'0'.repeat(32)}-6-2.jpg`;
    const [one, two] = [sighting(`a.example/${path}`), sighting(`b.example/${path}`)];
    await recordReport(1, report(A, 0, one, two));
    expect(await collectPicked(1, { document: A, key: two.key })).toBe(true);
    const [item] = (await openCollected().items()).filter(({ key }) => key === one.key);
    expect(item).toMatchObject({ standing: 'mine', page: 'https://site.example/' });
    expect(item?.addresses).toHaveLength(2);
  });
});

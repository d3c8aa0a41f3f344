import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listsSessionKeys } from '../../browser/testing.ts';
import type { Report } from '../../page/report.ts';
import type { Sighting } from '../../spotting/sighting.ts';
import {
  dropDocuments,
  forgetTab,
  hasReported,
  knownTabs,
  observePage,
  type PageSightings,
  readPage,
  recordReport,
  reportedDocuments,
  setTabState,
} from './page-sightings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  listsSessionKeys();
});
afterEach(async () => {
  vi.restoreAllMocks();
  // The module also remembers the sizes of kept reports.
  for (const tabId of await knownTabs()) await forgetTab(tabId);
});

const sighting = (key: string, more: Partial<Sighting> = {}): Sighting => ({
  key,
  kind: 'image',
  certainty: 'strict',
  addresses: [`https://${key}`],
  carriers: ['img'],
  ...more,
});

const report = (document: string, number: number, ...sightings: Sighting[]): Report => ({
  document,
  number,
  page: 'https://site.example/',
  sightings,
});

async function seen(tabId: number): Promise<PageSightings> {
  return new Promise((resolve) => {
    const end = observePage(tabId, (page) => {
      resolve(page);
      queueMicrotask(() => end());
    });
  });
}

describe('the sightings of a tab', () => {
  it('are joined from the reports of its documents, each image once', async () => {
    await recordReport(1, report('a', 0, sighting('x'), sighting('y')));
    await recordReport(1, report('a', 1, sighting('x', { addresses: ['http://x?w=2'] })));
    await recordReport(1, report('b', 0, sighting('z')));
    await recordReport(2, report('c', 0, sighting('other tab')));
    await setTabState(1, 'spotted');

    const page = await seen(1);
    expect(page.state).toBe('spotted');
    expect(page.sightings.map(({ key }) => key)).toEqual(['x', 'y', 'z']);
    expect(page.sightings[0]?.addresses).toEqual(['https://x', 'http://x?w=2']);
  });

  it('stay the same object while only the state changes', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    const told: PageSightings[] = [];
    const end = observePage(1, (page) => told.push(page));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await setTabState(1, 'spotted');
    expect(told.at(-1)?.state).toBe('spotted');
    expect(told.at(-1)?.sightings).toBe(told[0]?.sightings);

    await recordReport(1, report('a', 1, sighting('y')));
    expect(told.at(-1)?.sightings.map(({ key }) => key)).toEqual(['x', 'y']);
    end();
  });

  it('count a repeated report once', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('a', 0, sighting('x')));
    expect((await seen(1)).sightings).toHaveLength(1);
  });

  it('lose documents that are gone, and all of a closed tab', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('b', 0, sighting('y')));
    await dropDocuments(1, new Set(['a']));
    expect((await seen(1)).sightings.map(({ key }) => key)).toEqual(['y']);
    await forgetTab(1);
    expect((await seen(1)).sightings).toEqual([]);
  });

  it('list the documents, and which of them reported a sighting', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('b', 0, sighting('x'), sighting('y')));
    await recordReport(12, report('c', 0));
    expect([...(await reportedDocuments(1))]).toEqual(['a', 'b']);
    expect([...(await knownTabs())].sort()).toEqual([1, 12]);
    expect((await readPage(1)).map(({ key }) => key)).toEqual(['x', 'y']);
    for (const [document, key, reported] of [
      ['a', 'x', true],
      ['b', 'x', true],
      ['a', 'y', false],
      ['b', 'y', true],
      ['c', 'x', false],
    ] as const) {
      expect(await hasReported(1, { document, key }), `${document} ${key}`).toBe(reported);
    }
  });

  it('are read also in a browser that cannot list keys', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(12, report('b', 0, sighting('y')));
    for (const can of [true, false]) {
      listsSessionKeys(can);
      expect((await seen(1)).sightings.map(({ key }) => key)).toEqual(['x']);
      expect([...(await reportedDocuments(1))]).toEqual(['a']);
      expect([...(await knownTabs())].sort()).toEqual([1, 12]);
    }
  });

  it('reach a listener when they come later', async () => {
    const pages: PageSightings[] = [];
    const end = observePage(1, (page) => pages.push(page));
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('a', 1, sighting('y')));
    end();
    await recordReport(1, report('a', 2, sighting('z')));
    expect(pages.at(-1)?.sightings.map(({ key }) => key)).toEqual(['x', 'y']);
  });
});

describe('the room for reports', () => {
  /** A report of one megabyte; `é` takes two bytes. */
  const large = (document: string, number: number, of = 'x') =>
    report(document, number, sighting(`${document}${number}`, { addresses: [of.repeat(1e6)] }));

  const keys = async (tabId: number) => (await seen(tabId)).sightings.map(({ key }) => key);

  it('is limited for a tab, which is then marked, and remains for other tabs', async () => {
    for (const number of [0, 1, 2, 3]) await recordReport(1, large('a', number));
    expect(await seen(1)).toMatchObject({ full: true });
    expect(await keys(1)).toEqual(['a0', 'a1', 'a2']);

    await recordReport(2, large('b', 0));
    expect(await keys(2)).toEqual(['b0']);
    expect('full' in (await seen(2))).toBe(false);

    // The same report again needs no more room.
    await recordReport(1, large('a', 2));
    await recordReport(1, report('a', 4, sighting('small')));
    expect(await keys(1)).toEqual(['a0', 'a1', 'a2', 'small']);
  });

  it('is counted in bytes, also for reports that come at the same time', async () => {
    await Promise.all([0, 1, 2].map((number) => recordReport(1, large('a', number, 'é'))));
    expect(await keys(1)).toEqual(['a0']);
  });

  it('is limited for all tabs together', async () => {
    for (const tabId of [1, 2, 3]) {
      for (const number of [0, 1, 2]) await recordReport(tabId, large(`${tabId}`, number));
    }
    expect(await keys(3)).toEqual(['30']);
    expect((await seen(3)).full).toBe(true);
  });

  it('may be refused by the browser, which only marks the tab as full', async () => {
    const set = vi.spyOn(browser.storage.session, 'set');
    for (const words of [
      new Error('Session storage quota bytes exceeded. Values were not stored.'),
      new DOMException('too much', 'QuotaExceededError'),
    ]) {
      set.mockRejectedValueOnce(words);
      await recordReport(1, report('a', 0, sighting('x')));
    }
    expect(await seen(1)).toMatchObject({ full: true, sightings: [] });
    set.mockRejectedValueOnce(new Error('quota')).mockRejectedValueOnce(new Error('quota'));
    await recordReport(1, report('a', 1, sighting('y')));
    await recordReport(1, report('a', 2, sighting('z')));
    expect(await keys(1)).toEqual(['z']);
  });

  it('does not hide other errors, which do not stop later reports', async () => {
    vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('broken'));
    await expect(recordReport(1, report('a', 0, sighting('x')))).rejects.toThrow('broken');
    await recordReport(1, report('a', 1, sighting('y')));
    expect(await keys(1)).toEqual(['y']);
  });

  it('is free again when the document that filled it is gone', async () => {
    for (const number of [0, 1, 2, 3]) await recordReport(1, large('a', number));
    await recordReport(1, large('b', 0));
    expect([...(await reportedDocuments(1))].sort()).toEqual(['a', 'b']);
    await dropDocuments(1, new Set(['a', 'b']));
    expect('full' in (await seen(1))).toBe(false);
    expect([...(await reportedDocuments(1))]).toEqual([]);
    await recordReport(1, large('c', 0));
    expect(await keys(1)).toEqual(['c0']);
  });
});

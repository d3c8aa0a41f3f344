import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Sighting } from '../spotting/sighting.ts';
import {
  dropDocuments,
  forgetTab,
  knownTabs,
  observePage,
  type PageSightings,
  readPage,
  recordReport,
  reportedDocuments,
  setTabState,
} from './page-sightings.ts';
import type { Report } from './report.ts';

beforeEach(() => fakeBrowser.reset());

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
  it('joins the reports of its documents, each image once', async () => {
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

  it('takes a repeated report once', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('a', 0, sighting('x')));
    expect((await seen(1)).sightings).toHaveLength(1);
  });

  it('drops documents that are gone, and a closed tab whole', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('b', 0, sighting('y')));
    await dropDocuments(1, new Set(['a']));
    expect((await seen(1)).sightings.map(({ key }) => key)).toEqual(['y']);
    await forgetTab(1);
    expect((await seen(1)).sightings).toEqual([]);
  });

  it('names its documents, and each sighting with those that reported it', async () => {
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('b', 0, sighting('x'), sighting('y')));
    await recordReport(12, report('c', 0));
    expect([...(await reportedDocuments(1))]).toEqual(['a', 'b']);
    expect([...(await knownTabs())].sort()).toEqual([1, 12]);
    expect((await readPage(1)).map(({ key, documents }) => [key, [...documents].sort()])).toEqual([
      ['x', ['a', 'b']],
      ['y', ['b']],
    ]);
  });

  it('tells a listener of what comes later', async () => {
    const pages: PageSightings[] = [];
    const end = observePage(1, (page) => pages.push(page));
    await recordReport(1, report('a', 0, sighting('x')));
    await recordReport(1, report('a', 1, sighting('y')));
    end();
    await recordReport(1, report('a', 2, sighting('z')));
    expect(pages.at(-1)?.sightings.map(({ key }) => key)).toEqual(['x', 'y']);
  });
});

import type { Page } from '@playwright/test';
import { portPattern } from '../../../utils/browser/site-patterns.ts';
import type { Report } from '../../../utils/page/report.ts';
import { unpackReport } from '../../../utils/tabs/reports/packed-report.ts';
import type { ExtensionDriver } from './driver.ts';
import { expect } from './fixture.ts';

/** The badge of a tab: its text and whether it is grey. */
export async function badge(
  driver: ExtensionDriver,
  tabId: number,
): Promise<{ readonly text: string; readonly grey: boolean }> {
  const page = await driver.console();
  return page.evaluate(
    async (of) => {
      const [red = 0, green = 0] = await chrome.action.getBadgeBackgroundColor(of);
      return { text: await chrome.action.getBadgeText(of), grey: green - red < 40 };
    },
    { tabId },
  );
}

/** The text on a tab's badge. */
export async function badgeText(driver: ExtensionDriver, tabId: number): Promise<string> {
  return (await badge(driver, tabId)).text;
}

/** The text on a tab's badge once it is there and stays as it is. */
export async function settledBadge(driver: ExtensionDriver, tabId: number): Promise<string> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await badgeText(driver, tabId);
        const settled = now !== '' && now === before;
        before = now;
        return settled;
      },
      { intervals: [1000], timeout: 15_000 },
    )
    .toBe(true);
  return before;
}

/** Takes a site back, as the button in the options does. */
export async function revokeSite(driver: ExtensionDriver, address: string): Promise<void> {
  const page = await driver.console();
  const origins = [portPattern(address)];
  expect(await page.evaluate((of) => chrome.permissions.remove(of), { origins })).toBe(true);
}

/** Switches the marks on pages on or off. */
export async function switchMarks(driver: ExtensionDriver, on: boolean): Promise<void> {
  const page = await driver.console();
  await page.evaluate((marks) => chrome.storage.local.set({ marks }), on);
}

/** What was reported of a tab, as it lies in the session's storage. */
export async function reportsOf(
  driver: ExtensionDriver,
  tabId: number,
): Promise<readonly Report[]> {
  const page = await driver.console();
  const reports = await page.evaluate(async (prefix) => {
    const all = await chrome.storage.session.get(null);
    return Object.keys(all)
      .filter((key) => key.startsWith(prefix))
      .map((key) => String(all[key]));
  }, `tab:${tabId}:report:`);
  return reports.map(unpackReport);
}

/** Whether a tab has reported more than is kept. */
export async function isFull(driver: ExtensionDriver, tabId: number): Promise<boolean> {
  const page = await driver.console();
  return page.evaluate(async (mark) => {
    const all = await chrome.storage.session.get(null);
    return Object.keys(all).some((key) => key.startsWith(mark));
  }, `tab:${tabId}:full:`);
}

/** The keys of everything that was reported of a tab, sorted. */
export async function keysOf(driver: ExtensionDriver, tabId: number): Promise<readonly string[]> {
  return keysIn(await reportsOf(driver, tabId));
}

/**
 * The keys of everything that was reported of the documents that are in a tab now, sorted, once
 * their spotters have nothing left to search.
 */
export async function settledKeys(
  driver: ExtensionDriver,
  tabId: number,
): Promise<readonly string[]> {
  const page = await driver.console();
  const documents = await page.evaluate(async (id) => {
    const frames = await chrome.scripting.executeScript({
      target: { tabId: id, allFrames: true },
      func: async () => {
        const watch = Object.hasOwn(globalThis, 'vodsweepWatch')
          ? globalThis.vodsweepWatch
          : undefined;
        await watch?.spotter.idle();
        return watch?.document;
      },
      args: [],
    });
    return frames.map(({ result }) => result);
  }, tabId);
  return keysIn((await reportsOf(driver, tabId)).filter((one) => documents.includes(one.document)));
}

function keysIn(reports: readonly Report[]): readonly string[] {
  const keys = reports.flatMap(({ sightings }) => sightings.map(({ key }) => key));
  return [...new Set(keys)].toSorted();
}

/** The collection, as a page of the extension reads it. */
export async function collectedKeys(driver: ExtensionDriver): Promise<readonly string[]> {
  const page = await driver.console();
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const open = indexedDB.open('vodsweep-collected');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const db = open.result;
          if (!db.objectStoreNames.contains('items')) {
            db.close();
            resolve([]);
            return;
          }
          const keys = db.transaction('items').objectStore('items').getAllKeys();
          keys.onsuccess = () => {
            db.close();
            resolve(keys.result.map(String));
          };
        };
      }),
  );
}

/** Adds an element to a page by its markup. */
export async function addMarkup(page: Page, markup: string): Promise<void> {
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup);
}

/** Sends the worker a command as a content script in a tab does, and gives its whole reply. */
export async function sendAsPage(
  driver: ExtensionDriver,
  tabId: number,
  command: string,
  input: object,
): Promise<unknown> {
  const page = await driver.console();
  return page.evaluate(
    async ([tab, sent]) => {
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab },
        func: (message) => chrome.runtime.sendMessage(message),
        args: [sent],
      });
      return frame?.result;
    },
    [tabId, { command, input }] as const,
  );
}

/** The sites that the extension was granted, without VOD's own hosts. */
export async function grantedSites(driver: ExtensionDriver): Promise<readonly string[]> {
  const page = await driver.console();
  const { origins = [] } = await page.evaluate(() => chrome.permissions.getAll());
  return origins.filter((origin) => !/^https:\/\/vod\.[a-z0-9-]+\.aliyuncs\.com\//.test(origin));
}

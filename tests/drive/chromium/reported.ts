import type { Report } from '../../../utils/page/report.ts';
import { unpackReport } from '../../../utils/tabs/reports/packed-report.ts';
import type { ExtensionDriver } from './driver.ts';
import { expect } from './fixture.ts';

/** Reads the reports of a tab from `storage.session`. */
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

/** Whether a tab reported more than could be kept. */
export async function isFull(driver: ExtensionDriver, tabId: number): Promise<boolean> {
  const page = await driver.console();
  return page.evaluate(async (mark) => {
    const all = await chrome.storage.session.get(null);
    return Object.keys(all).some((key) => key.startsWith(mark));
  }, `tab:${tabId}:full:`);
}

/** @returns The keys of all reported sightings of a tab, sorted. */
export async function keysOf(driver: ExtensionDriver, tabId: number): Promise<readonly string[]> {
  return keysIn(await reportsOf(driver, tabId));
}

/**
 * Waits until the spotters in a tab have nothing left to search.
 * @returns The keys of all sightings that the documents now in the tab reported, sorted.
 */
export async function settledKeys(
  driver: ExtensionDriver,
  tabId: number,
): Promise<readonly string[]> {
  const documents = (await restingWatches(driver, tabId)).map((watch) => watch?.document);
  return keysIn((await reportsOf(driver, tabId)).filter((one) => documents.includes(one.document)));
}

/**
 * Waits until the page in a tab is watched and was searched completely. What was not found by then
 * is not found later, unless the page changes.
 * @returns The number of sightings in its documents.
 */
export async function searched(driver: ExtensionDriver, tabId: number): Promise<number> {
  let watches: Awaited<ReturnType<typeof restingWatches>> = [];
  await expect
    .poll(async () => {
      watches = await restingWatches(driver, tabId);
      return watches[0] !== undefined;
    })
    .toBe(true);
  return watches.reduce((sum, watch) => sum + (watch?.sightings ?? 0), 0);
}

/** Whether the watch over the page in a tab has started. */
export async function isWatched(driver: ExtensionDriver, tabId: number): Promise<boolean> {
  const page = await driver.console();
  return page.evaluate(async (id) => {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => Object.hasOwn(globalThis, 'vodsweepWatch'),
      args: [],
    });
    return frame?.result === true;
  }, tabId);
}

/** Waits until the watches over all documents in a tab are idle; the top document is the first. */
async function restingWatches(driver: ExtensionDriver, tabId: number) {
  const page = await driver.console();
  return page.evaluate(async (id) => {
    const frames = await chrome.scripting.executeScript({
      target: { tabId: id, allFrames: true },
      func: async () => {
        if (!Object.hasOwn(globalThis, 'vodsweepWatch')) return undefined;
        const watch = globalThis.vodsweepWatch;
        await watch?.spotter.idle();
        return watch && { document: watch.document, sightings: watch.spotter.sightings().length };
      },
      args: [],
    });
    return frames.map(({ result }) => result ?? undefined);
  }, tabId);
}

function keysIn(reports: readonly Report[]): readonly string[] {
  const keys = reports.flatMap(({ sightings }) => sightings.map(({ key }) => key));
  return [...new Set(keys)].toSorted();
}

import type { Page } from '@playwright/test';
import { portPattern } from '../../../utils/browser/site-patterns.ts';
import type { ExtensionDriver } from './driver.ts';
import { expect } from './fixture.ts';
import { picture } from './fixture-pages.ts';
import { searched } from './reported.ts';

/** Reads the badge of a tab: its text, and whether it is grey. */
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

/** Reads the text of a tab's badge. */
export async function badgeText(driver: ExtensionDriver, tabId: number): Promise<string> {
  return (await badge(driver, tabId)).text;
}

/** Waits until the page in a tab is searched and counted. @returns The text of its badge. */
export async function settledBadge(driver: ExtensionDriver, tabId: number): Promise<string> {
  const sightings = await searched(driver, tabId);
  expect(sightings).toBeGreaterThan(0);
  await expect.poll(() => badgeText(driver, tabId)).toBe(String(sightings));
  return String(sightings);
}

/** Appends markup to a page. */
export async function addMarkup(page: Page, markup: string): Promise<void> {
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup);
}

/** A page of another site that is watched. */
export interface Neighbour {
  /**
   * Adds an image to the page and waits until it is counted. An earlier change elsewhere that is
   * not counted by then is never counted.
   */
  isCounted(): Promise<void>;
}

/** Grants another site, so that it is watched, and opens a page of it. */
export async function openNeighbour(driver: ExtensionDriver): Promise<Neighbour> {
  const address = 'https://img.elsewhere.example/';
  await driver.grantSite(address);
  const { page, tabId } = await driver.openSite(address);
  let images = 0;
  return {
    async isCounted() {
      images += 1;
      await page.bringToFront();
      await addMarkup(page, `<img src="${picture(images)}">`);
      await expect.poll(() => badgeText(driver, tabId)).toBe(String(images));
    },
  };
}

/** Removes the permission for a site, as the button in the options does. */
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

/** @returns The sites that the extension was granted, without VOD's own hosts. */
export async function grantedSites(driver: ExtensionDriver): Promise<readonly string[]> {
  const page = await driver.console();
  const { origins = [] } = await page.evaluate(() => chrome.permissions.getAll());
  return origins.filter((origin) => !/^https:\/\/vod\.[a-z0-9-]+\.aliyuncs\.com\//.test(origin));
}

import type { Page } from '@playwright/test';
import { portPattern } from '../../../utils/browser/site-patterns.ts';
import type { ExtensionDriver } from './driver.ts';
import { expect } from './fixture.ts';
import { picture } from './fixture-pages.ts';
import { searched } from './reported.ts';

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

/** The text on a tab's badge, once the page in it was searched and all that it holds is counted. */
export async function settledBadge(driver: ExtensionDriver, tabId: number): Promise<string> {
  const sightings = await searched(driver, tabId);
  expect(sightings).toBeGreaterThan(0);
  await expect.poll(() => badgeText(driver, tabId)).toBe(String(sightings));
  return String(sightings);
}

/** Adds an element to a page by its markup. */
export async function addMarkup(page: Page, markup: string): Promise<void> {
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), markup);
}

/** A page of another site that is watched. */
export interface Neighbour {
  /**
   * Waits until one image more on it is counted. What the extension did not count by then of an
   * earlier change elsewhere, it does not count at all.
   */
  isCounted(): Promise<void>;
}

/** Has another site watched, and opens a page of it. */
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

/** The sites that the extension was granted, without VOD's own hosts. */
export async function grantedSites(driver: ExtensionDriver): Promise<readonly string[]> {
  const page = await driver.console();
  const { origins = [] } = await page.evaluate(() => chrome.permissions.getAll());
  return origins.filter((origin) => !/^https:\/\/vod\.[a-z0-9-]+\.aliyuncs\.com\//.test(origin));
}

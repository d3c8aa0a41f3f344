import type { Page } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { Popup } from '../popup/popup.ts';
import { rowsOf } from '../sandbox-record.ts';
import type { ExtensionDriver, SaveOptions } from './driver.ts';
import { expect } from './fixture.ts';

/** What a review starts from: a page of the demo site, its popup, and an account. */
export interface Review {
  readonly site: Page;
  readonly tabId: number;
  readonly popup: Popup;
}

/**
 * Saves Acme's account without a grace period, opens a page of the demo site and the popup for it,
 * and waits until all images of the page are listed.
 */
export async function review(
  driver: ExtensionDriver,
  sandbox: Sandbox,
  path: string,
  account: SaveOptions = {},
): Promise<Review> {
  await driver.saveAccount(sandbox.accounts[0], account);
  await driver.grantSite(sandbox.site);
  await driver.setGrace(0);
  const { page, tabId } = await driver.openSite(new URL(path, sandbox.site).href);
  const popup = new Popup(await driver.openPopup(tabId));
  const rows = rowsOf(sandbox, path);
  expect(await popup.rowCount(rows)).toBeGreaterThanOrEqual(rows);
  return { site: page, tabId, popup };
}

import type { BrowserContext } from '@playwright/test';
import { launchBrowser } from '../../drive/chromium/browser.ts';
import { ExtensionDriver } from '../../drive/chromium/driver.ts';
import { takeLooks } from './in-page.ts';
import { plainPage } from './plain-page.ts';
import { account, addressesOf, PLAIN, SITE, sitePage, startWorld } from './world.ts';

/** A page to measure, and an empty page that runs in the same process. */
export interface Subject {
  readonly address: string;
  readonly empty: string;
}

/** A browser with a tab that holds many images, and the pages to measure. */
export interface Bench {
  readonly context: BrowserContext;
  readonly popup: Subject;
  readonly plain: Subject;
  close(): Promise<void>;
}

/**
 * Opens a site with `rows` images, waits until the extension lists them, and makes the plain page.
 */
export async function openBench(executable: string, rows: number): Promise<Bench> {
  const world = await startWorld();
  const addresses = addressesOf(rows);
  world.serve(SITE, '/', sitePage(addresses));
  world.serve(PLAIN, '/empty', '<!doctype html><title>Empty</title>');
  const browser = await launchBrowser({ executable, sandbox: world.sandbox });
  const { context } = browser;
  const driver = new ExtensionDriver(browser);
  await driver.send('saveAccount', {
    account,
    credentials: { accessKeyId: 'LTAI5tBenchBenchBenchBench', accessKeySecret: 'x'.repeat(30) },
  });
  await driver.grantSite(SITE);
  const { page: site, tabId } = await driver.openSite(SITE);
  const first = await driver.openPopup(tabId);
  await first.setViewportSize({ width: 780, height: 600 });
  await first.locator(`[role=grid][aria-rowcount="${rows}"]`).waitFor({ timeout: 120_000 });
  world.serve(PLAIN, '/', plainPage(await first.evaluate(takeLooks), addresses));
  // Other open pages would use time in the process that is measured.
  for (const page of context.pages()) if (page !== site) await page.close();
  return {
    context,
    popup: {
      address: driver.addressOf(`popup.html?tabId=${tabId}`),
      empty: driver.addressOf('manifest.json'),
    },
    plain: { address: `${PLAIN}/`, empty: `${PLAIN}/empty` },
    async close() {
      await browser.close();
      world.close();
    },
  };
}

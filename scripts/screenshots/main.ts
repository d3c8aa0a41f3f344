import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { launchBrowser } from '../../tests/drive/chromium/browser.ts';
import { ExtensionDriver } from '../../tests/drive/chromium/driver.ts';
import { Popup } from '../../tests/drive/popup/popup.ts';
import { onPage, type Picture, plain } from './compose.ts';

// Takes the pictures that stores show: the real product on the sandbox, in light and in dark.
const executable = process.env.VODSWEEP_BROWSER;
if (!executable) throw new Error('VODSWEEP_BROWSER is not set. Run: npm run screenshots');

const folder = fileURLToPath(new URL('../../.output/screenshots', import.meta.url));
const POPUP = { width: 760, height: 600 };

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const sandbox = await startSandbox();
const browser = await launchBrowser({ executable, sandbox });
browser.context.setDefaultTimeout(15_000);
const driver = new ExtensionDriver(browser);
const [account] = sandbox.accounts;

/** Keeps a picture of what is made in each theme. */
async function keep(name: string, pages: readonly Page[], make: () => Promise<Picture>) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const page of pages) await page.emulateMedia({ colorScheme });
    const path = join(folder, `${name}-${colorScheme}.png`);
    await (await make()).toFile(path);
    console.log(path);
  }
}

try {
  await driver.saveAccount(account);
  await driver.grantSite(sandbox.site);
  const { page: site, tabId } = await driver.openSite(sandbox.site);
  await site.waitForLoadState('networkidle');
  const popup = new Popup(await driver.openPopup(tabId));
  await popup.page.setViewportSize(POPUP);
  await popup.rowCount(10);
  const overSite = () => onPage(site, popup.page);

  await keep('1-on-this-page', [site, popup.page], overSite);
  await popup.selectAll();
  await popup.askToDelete();
  await keep('2-delete-dialog', [site, popup.page], overSite);
  await popup.confirm();
  await popup.progressed(1);
  await popup.page.waitForTimeout(1000);
  await keep('3-outcomes', [site, popup.page], overSite);

  const options = await driver.openExtensionPage('options.html');
  await options.getByRole('button', { name: `Test: ${account.name}` }).click();
  await options.getByRole('row', { name: 'vod:DescribeVodRefreshQuota' }).waitFor();
  await keep('4-account-test', [options], () => plain(options));
} finally {
  await browser.close();
  await sandbox.close();
}

import { test as base } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { findFirefox } from '../../../scripts/firefox.ts';
import { FirefoxDriver } from './driver.ts';
import { launchFirefox } from './launch.ts';
import { FirefoxPopup } from './popup.ts';
import type { FirefoxTab } from './tab.ts';

interface TestFixtures {
  /** The sandbox, with its data as at the start. */
  readonly sandbox: Sandbox;
  /** Drives the extension; no tab of an earlier test is open. */
  readonly driver: FirefoxDriver;
}

interface WorkerFixtures {
  readonly workerSandbox: Sandbox;
  readonly workerDriver: FirefoxDriver;
}

/**
 * Playwright's `test` with a sandbox and a Firefox that has the production build loaded. Tests share
 * them one after the other, and what the extension stored; after a test that failed both are new.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  workerSandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  workerDriver: [
    async ({ workerSandbox }, use) => {
      const firefox = await findFirefox({ mayInstall: false });
      if ('missing' in firefox) throw new Error(firefox.missing);
      const launched = await launchFirefox({ executable: firefox.path, sandbox: workerSandbox });
      await use(new FirefoxDriver(launched));
      await launched.close();
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ workerSandbox }, use) => {
    workerSandbox.reset();
    await use(workerSandbox);
  },
  driver: async ({ workerDriver }, use) => {
    await workerDriver.closeTabs();
    await use(workerDriver);
  },
});

/**
 * Enters an account of the sandbox on the options page as a person does, without a grace period, unless
 * a test before has.
 */
export async function enterAccount(
  driver: FirefoxDriver,
  account: Sandbox['accounts'][number],
): Promise<FirefoxTab> {
  const options = await driver.openExtensionPage('options.html');
  const shown = () => options.text();
  await base.expect.poll(shown).toMatch(new RegExp(`AccessKey ID|${account.name}`));
  if ((await shown()).includes(account.name)) return options;
  const fields = {
    Name: account.name,
    'Own domains': account.ownDomains.join('\n'),
    'AccessKey ID': account.accessKeyId,
    'AccessKey secret': account.accessKeySecret,
  };
  for (const [name, text] of Object.entries(fields)) {
    await options.fill(await options.find('textbox', name), text);
  }
  await options.fill(await options.find('spinbutton', 'Seconds before the first call'), '0');
  await options.press('button', 'Save');
  await base.expect.poll(shown).toContain('Saved');
  return options;
}

/** Has a site watched from the options page: the browser grants it to a real click only. */
export async function watchSite(driver: FirefoxDriver, address: string): Promise<void> {
  const options = await driver.openExtensionPage('options.html');
  await options.press('radio', /^On sites I choose/);
  await options.fill(await options.find('textbox', 'Address of a site'), address);
  await options.press('button', 'Watch site');
  await options.find('button', `Remove ${new URL(address).host} from the watched sites`);
  await options.close();
}

/** What a review starts from: a page of the demo site and its popup. */
export interface Review {
  readonly site: FirefoxTab;
  readonly tabId: number;
  readonly popup: FirefoxPopup;
}

/** Has Acme's account entered and the demo site watched, and opens a page of it with its popup. */
export async function review(
  driver: FirefoxDriver,
  sandbox: Sandbox,
  path: string,
  where?: 'front' | 'behind',
): Promise<Review> {
  await (await enterAccount(driver, sandbox.accounts[0])).close();
  await watchSite(driver, sandbox.site);
  const { tab: site, tabId } = await driver.openSite(new URL(path, sandbox.site).href, where);
  const popup = await FirefoxPopup.open(driver, tabId);
  const { addresses, ids } = sandbox.expectedOn(path);
  const rows = new Set([
    ...addresses.map(({ bare }) => new URL(bare).pathname),
    ...ids.map(({ id }) => id),
  ]);
  base.expect(await popup.rowCount(rows.size)).toBe(rows.size);
  return { site, tabId, popup };
}

export { expect } from '@playwright/test';

import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { findFirefox } from '../../../scripts/firefox.ts';
import { test as base, expect } from '../sandbox-fixture.ts';
import { rowsOf } from '../sandbox-record.ts';
import { FirefoxDriver } from './driver.ts';
import { type FirefoxBrowser, launchFirefox } from './launch.ts';
import { FirefoxPopup } from './popup.ts';
import type { FirefoxTab } from './tab.ts';

interface TestFixtures {
  /** Drives the extension in the shared Firefox, which is reset for each test. */
  readonly driver: FirefoxDriver;
}

interface WorkerFixtures {
  /** Returns the Firefox that tests share one after another. The first call starts it. */
  readonly sharedDriver: () => Promise<FirefoxDriver>;
}

/**
 * Playwright's `test` with a sandbox, and a Firefox with the production build loaded. The tests of
 * a Playwright worker share both; each test gets them reset (`FirefoxDriver.startAnew`).
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedDriver: [
    async ({ workerSandbox }, use) => {
      let launched: Promise<FirefoxBrowser> | undefined;
      let driver: FirefoxDriver | undefined;
      await use(async () => {
        launched ??= launchFirefox({ executable: await firefoxPath(), sandbox: workerSandbox });
        driver ??= new FirefoxDriver(await launched);
        return driver;
      });
      await (await launched)?.close();
    },
    { scope: 'worker' },
  ],
  driver: async ({ workerSandbox, sharedDriver }, use) => {
    const driver = await sharedDriver();
    await driver.startAnew();
    // Requests of the test before may have reached the sandbox until now.
    workerSandbox.reset();
    await use(driver);
  },
});

/** Finds the executable of Firefox. @throws Error if it is not installed. */
export async function firefoxPath(): Promise<string> {
  const firefox = await findFirefox({ mayInstall: false });
  if ('missing' in firefox) throw new Error(firefox.missing);
  return firefox.path;
}

/** Enters an account of the sandbox on the options page, and sets the grace period to 0. */
export async function enterAccount(
  driver: FirefoxDriver,
  account: Sandbox['accounts'][number],
): Promise<FirefoxTab> {
  const options = await driver.openExtensionPage('options.html');
  const shown = () => options.text();
  await expect.poll(shown).toContain('AccessKey ID');
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
  await expect.poll(shown).toContain('Saved');
  return options;
}

/** Adds a watched site on the options page: the browser grants it only after a real click. */
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

/** Enters Acme's account, watches the demo site, and opens a page of it with its popup. */
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
  const rows = rowsOf(sandbox, path);
  expect(await popup.rowCount(rows)).toBe(rows);
  return { site, tabId, popup };
}

export { expect } from '../sandbox-fixture.ts';

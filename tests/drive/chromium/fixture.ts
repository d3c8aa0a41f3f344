import { test as base, type Page } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { findBrowser } from '../../../scripts/browser.mjs';
import { type ExtensionBrowser, launchBrowser } from './browser.ts';
import { ExtensionDriver, type SitePage } from './driver.ts';

interface TestFixtures {
  /** Whether the test needs a browser of its own: one that has never been granted a site. */
  readonly ownBrowser: boolean;
  /** Drives the extension in a browser that is this test's alone. */
  readonly driver: ExtensionDriver;
  readonly extensionId: string;
  /** The sandbox, with its data as at the start. */
  readonly sandbox: Sandbox;
  /** Opens a path of the demo site, or an address, in a new tab. */
  readonly openSite: (pathOrAddress: string) => Promise<SitePage>;
  /** Grants the extension the site of an address. */
  readonly grantSite: ExtensionDriver['grantSite'];
  /** Opens `popup.html?tabId=` in a tab. */
  readonly openPopup: ExtensionDriver['openPopup'];
  /** Opens a page of the extension in a tab. */
  readonly openExtensionPage: ExtensionDriver['openExtensionPage'];
  /** Saves an account of the sandbox with one of its keys, and makes it current. */
  readonly saveAccount: ExtensionDriver['saveAccount'];
  /** Kills the extension's worker. */
  readonly killWorker: ExtensionDriver['killWorker'];
}

interface WorkerFixtures {
  readonly executable: string;
  readonly workerSandbox: Sandbox;
  /** The browser that tests share one after the other, launched for the first of them. */
  readonly sharedDriver: () => Promise<ExtensionDriver>;
}

/**
 * Playwright's `test` with a sandbox, and a browser that has the production build loaded. Tests share
 * a browser, emptied in between; those that need one of their own say `test.use({ ownBrowser: true })`.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  executable: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => use((await findBrowser({ mayInstall: false })).path),
    { scope: 'worker' },
  ],
  workerSandbox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  sharedDriver: [
    async ({ executable, workerSandbox }, use) => {
      let launched: Promise<ExtensionBrowser> | undefined;
      let driver: ExtensionDriver | undefined;
      await use(async () => {
        launched ??= launchBrowser({ executable, sandbox: workerSandbox });
        driver ??= new ExtensionDriver(await launched);
        return driver;
      });
      await (await launched)?.close();
    },
    { scope: 'worker' },
  ],
  ownBrowser: [false, { option: true }],
  sandbox: async ({ workerSandbox }, use) => {
    workerSandbox.reset();
    await use(workerSandbox);
  },
  driver: async ({ executable, sandbox, ownBrowser, sharedDriver }, use) => {
    if (!ownBrowser) {
      const shared = await sharedDriver();
      await shared.startAnew();
      await use(shared);
      return;
    }
    const browser = await launchBrowser({ executable, sandbox });
    await use(new ExtensionDriver(browser));
    await browser.close();
  },
  context: async ({ driver }, use) => use(driver.context),
  page: async ({ context }, use) => use(await context.newPage()),
  extensionId: async ({ driver }, use) => use(driver.extensionId),
  openSite: async ({ driver, sandbox }, use) =>
    use((address) => driver.openSite(new URL(address, sandbox.site).href)),
  grantSite: async ({ driver }, use) => use((address) => driver.grantSite(address)),
  openPopup: async ({ driver }, use) => use((tabId) => driver.openPopup(tabId)),
  openExtensionPage: async ({ driver }, use) => use((path) => driver.openExtensionPage(path)),
  saveAccount: async ({ driver }, use) =>
    use((account, options) => driver.saveAccount(account, options)),
  killWorker: async ({ driver }, use) => use(() => driver.killWorker()),
});

/** Collects what a page reports as errors from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

export { expect } from '@playwright/test';

import type { BrowserContext, ConsoleMessage, Page, TestInfo, WebError } from '@playwright/test';
import { findBrowser } from '../../../scripts/browser.ts';
import { test as base } from '../sandbox-fixture.ts';
import { type LaunchOptions, launchBrowser } from './browser.ts';
import { ExtensionDriver, type SitePage } from './driver.ts';

/** A browser that no other test uses. */
export interface OwnBrowser {
  readonly driver: ExtensionDriver;
  close(): Promise<void>;
}

interface TestFixtures {
  /** Drives the extension in the shared browser, which is reset for each test. */
  readonly driver: ExtensionDriver;
  /**
   * Starts a browser for this test only: for a test that needs its own profile, build or switches,
   * or that ends the browser. It is closed after the test at the latest.
   */
  readonly ownBrowser: (options?: Partial<LaunchOptions>) => Promise<OwnBrowser>;
  readonly extensionId: string;
  /** Opens a path of the demo site, or an address, in a new tab. */
  readonly openSite: (pathOrAddress: string) => Promise<SitePage>;
  /** Grants the extension access to the site of an address. */
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
  /** Returns the browser that tests share one after another. The first call starts it. */
  readonly sharedDriver: () => Promise<ExtensionDriver>;
}

/**
 * Playwright's `test` with a sandbox, and a browser with the production build loaded. The tests of
 * a Playwright worker share both; each test gets them reset (`ExtensionDriver.startAnew`).
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  executable: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => use((await findBrowser({ mayInstall: false })).path),
    { scope: 'worker' },
  ],
  sharedDriver: [
    async ({ executable, workerSandbox }, use) => {
      let started: Promise<OwnBrowser> | undefined;
      const start = async (): Promise<OwnBrowser> => {
        const browser = await launchBrowser({ executable, sandbox: workerSandbox });
        const driver = new ExtensionDriver(browser);
        await driver.startAnew();
        return { driver, close: browser.close };
      };
      await use(async () => {
        started ??= start();
        return (await started).driver;
      });
      await (await started)?.close();
    },
    { scope: 'worker' },
  ],
  driver: async ({ sandbox: _, sharedDriver }, use, testInfo) => {
    const driver = await sharedDriver();
    await driver.installQuietly();
    const attachConsole = keepConsole(driver.context, testInfo);
    await use(driver);
    await attachConsole();
    // At once, so that nothing of this test continues during the next.
    await driver.startAnew();
  },
  ownBrowser: async ({ executable, sandbox }, use, testInfo) => {
    const open = new Set<() => Promise<void>>();
    await use(async (options) => {
      const browser = await launchBrowser({ executable, sandbox, ...options });
      const attachConsole = keepConsole(browser.context, testInfo);
      const close = async (): Promise<void> => {
        open.delete(close);
        await attachConsole();
        await browser.close();
      };
      open.add(close);
      return { driver: new ExtensionDriver(browser), close };
    });
    for (const close of open) await close();
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

/** Records the consoles of pages. @returns A function that attaches them to a test that failed. */
function keepConsole(context: BrowserContext, testInfo: TestInfo): () => Promise<void> {
  const lines: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    lines.push(`${message.page()?.url() ?? 'worker'} ${message.type()}: ${message.text()}`);
  };
  const onError = (thrown: WebError) => {
    lines.push(`${thrown.page()?.url()} threw ${thrown.error().stack}`);
  };
  context.on('console', onConsole);
  context.on('weberror', onError);
  return async () => {
    context.off('console', onConsole);
    context.off('weberror', onError);
    if (testInfo.status === testInfo.expectedStatus || lines.length === 0) return;
    await testInfo.attach('console', { body: lines.join('\n'), contentType: 'text/plain' });
  };
}

/** @returns A list to which the errors of a page are added from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

export { expect } from '../sandbox-fixture.ts';

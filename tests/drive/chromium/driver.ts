import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { SandboxAccount } from '../../../sandbox/inventory.ts';
import { portPattern } from '../../../utils/browser/site-patterns.ts';
import type { ExtensionBrowser } from './browser.ts';

/** A page of a site with the id of its tab. */
export interface SitePage {
  readonly page: Page;
  readonly tabId: number;
}

/** The key to save with an account, and changes of the account. */
export interface SaveOptions {
  /** The label of the key; `full` by default. */
  readonly key?: string;
  readonly ownDomains?: readonly string[];
  readonly accessKeySecret?: string;
}

/** How long the extension may take to install and to open its first page. */
const INSTALL_MS = 30_000;

/** Controls the extension in a browser, also where a page's script cannot. */
export class ExtensionDriver {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly #browser: ExtensionBrowser;
  #console: Promise<Page> | undefined;
  #settings: Promise<Page> | undefined;

  constructor(browser: ExtensionBrowser) {
    this.#browser = browser;
    this.context = browser.context;
    this.extensionId = browser.extensionId;
  }

  /** The address of a page of the extension. */
  addressOf(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** Opens a page of the extension in a tab. */
  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.addressOf(path));
    return page;
  }

  /** Returns a page with the extension's permissions but none of its code, kept in its own tab. */
  console(): Promise<Page> {
    this.#console ??= this.openExtensionPage('manifest.json');
    return this.#console;
  }

  /** Closes the tabs that the driver uses; it opens them again when needed. */
  async closeConsole(): Promise<void> {
    const open = [this.#console, this.#settings];
    this.#console = undefined;
    this.#settings = undefined;
    for (const page of open) await (await page)?.close();
  }

  /**
   * Returns a page with the permissions of chrome://extensions, kept in its own tab. It shows a
   * script of that page as text, which opens several times faster than the page itself.
   */
  async settings(): Promise<Page> {
    this.#settings ??= this.context.newPage().then(async (page) => {
      await page.goto('chrome://extensions/strings.m.js');
      return page;
    });
    return this.#settings;
  }

  /** Opens an address in a new tab. */
  async openSite(address: string): Promise<SitePage> {
    // Only an extension page can find out its tab; other tabs may open at the same time.
    const page = await this.openExtensionPage('manifest.json');
    const tabId = await page.evaluate(async () => (await chrome.tabs.getCurrent())?.id);
    if (tabId === undefined) throw new Error('The new tab has no id');
    await page.goto(address);
    return { page, tabId };
  }

  /** Opens the popup for a tab, in a tab of its own. */
  openPopup(tabId: number): Promise<Page> {
    return this.openExtensionPage(`popup.html?tabId=${tabId}`);
  }

  /**
   * Grants the extension a site. A click on its icon would do so for the tab, but it must be a real
   * click.
   */
  async grantSite(address: string): Promise<void> {
    const grant = { id: this.extensionId, pattern: portPattern(address) };
    // Allowed on chrome://extensions first, so that the request needs no prompt.
    await (await this.settings()).evaluate(
      ({ id, pattern }) => chrome.developerPrivate.addHostPermission(id, pattern),
      grant,
    );
    const granted = await (await this.console()).evaluate(
      ({ pattern }) => chrome.permissions.request({ origins: [pattern] }),
      grant,
    );
    if (!granted) throw new Error(`${grant.pattern} was not granted`);
  }

  /** Sends the worker a command as an extension page. @returns The value of the reply. */
  async send(command: string, input: object): Promise<unknown> {
    const reply = (await this.#message({ command, input })) as {
      readonly ok: boolean;
      readonly value?: unknown;
      readonly message?: string;
    };
    if (!reply.ok) throw new Error(`${command} was not carried out: ${reply.message}`);
    return reply.value;
  }

  /** Resolves once the worker runs. Starts it if needed, as any message does. */
  async wake(): Promise<void> {
    await this.#message({});
  }

  /** Sends the worker a message from the console. @returns Its reply. */
  async #message(message: object): Promise<unknown> {
    const page = await this.console();
    return page.evaluate(async (sent) => {
      for (;;) {
        try {
          return await chrome.runtime.sendMessage(sent);
        } catch (error) {
          // A killed worker receives nothing until the browser has noticed its end.
          if (!/Receiving end|message port closed/.test(String(error))) throw error;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    }, message);
  }

  /** Returns the extension's worker, started if needed. */
  async worker(): Promise<Worker> {
    await this.wake();
    const worker = this.context.serviceWorkers().at(-1);
    if (worker === undefined) throw new Error('The extension has no worker');
    return worker;
  }

  /** Sets how many seconds a job waits before its first call. */
  async setGrace(seconds: number): Promise<void> {
    const page = await this.console();
    await page.evaluate((graceSeconds) => chrome.storage.local.set({ graceSeconds }), seconds);
  }

  /** Saves an account of the sandbox with one of its keys, and makes it current. */
  async saveAccount(account: SandboxAccount, options: SaveOptions = {}): Promise<void> {
    const { key: label = 'full', ownDomains = account.ownDomains } = options;
    const key = account.keys.find((one) => one.label === label);
    if (!key) throw new RangeError(`${account.name} has no key ${label}`);
    await this.send('saveAccount', {
      account: {
        id: account.name.toLowerCase().replace(/\W+/g, '-'),
        name: account.name,
        region: account.region,
        ownDomains,
        colour: 'blue',
        key: { from: 'session' },
        limits: { largestJob: 20_000, byVideo: true },
      },
      credentials: {
        accessKeyId: key.accessKeyId,
        accessKeySecret: options.accessKeySecret ?? key.accessKeySecret,
        ...(key.securityToken !== undefined && { securityToken: key.securityToken }),
      },
    });
  }

  /** Installs the extension after `startAnew`, and uses the page that it opens as the console. */
  async installQuietly(): Promise<void> {
    // A browser that is very busy may lose the page; `choosing.spec.ts` tests that it opens.
    const page = await this.install().catch(async () => {
      await this.startAnew();
      return this.install();
    });
    await page.goto(this.addressOf('manifest.json'));
    this.#console = Promise.resolve(page);
  }

  /** Installs the extension after `startAnew`. @returns The page that it opens. */
  async install(): Promise<Page> {
    const address = this.addressOf('welcome.html');
    const welcome = this.context.waitForEvent('page', {
      timeout: INSTALL_MS,
      predicate: (page) =>
        page.waitForURL(address).then(
          () => true,
          () => false,
        ),
    });
    await this.#browser.install();
    return welcome;
  }

  /**
   * Resets the browser to its state before the extension was installed: removes the extension with
   * its storage, permissions and pages, and also tabs, caches, cookies and routes.
   */
  async startAnew(): Promise<void> {
    await this.context.unrouteAll();
    const kept = await this.settings();
    const others = this.context.pages().filter((page) => page !== kept);
    await Promise.all(others.map((page) => page.close()));
    this.#console = undefined;
    await this.#browser.uninstall();
    const session = await this.context.newCDPSession(kept);
    await session.send('Network.clearBrowserCache');
    await session.detach();
    await this.context.clearCookies();
  }

  /** Kills the extension's worker, as the browser does with an idle one. */
  async killWorker(): Promise<void> {
    const session = await this.context.newCDPSession(await this.console());
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }
}

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inBrowser } from './in-browser.ts';
import type { FirefoxBrowser } from './launch.ts';
import { FirefoxTab, type Switch } from './tab.ts';

/** What a content script got and saw. */
export interface SeenByContentScript {
  /** The codes of the replies to its messages. */
  readonly codes: readonly (string | undefined)[];
  /** What it could read of the extension's storage, as JSON, or `refused`. */
  readonly local: string;
  readonly session: string;
}

/** A page of a site with the id of its tab. */
export interface SiteTab {
  readonly tab: FirefoxTab;
  readonly tabId: number;
}

/** Drives the extension in Firefox. */
export class FirefoxDriver {
  readonly #browser: FirefoxBrowser;
  readonly #at: Switch;
  #console: Promise<FirefoxTab> | undefined;

  constructor(launched: FirefoxBrowser) {
    this.#browser = launched;
    this.#at = { marionette: launched.marionette, current: undefined };
  }

  /**
   * Makes the browser as it was at its first start: the extension is installed anew, so all that it
   * stored and was granted is gone; every tab is closed but one, which is empty; so are downloads.
   */
  async startAnew(): Promise<void> {
    this.#console = undefined;
    await FirefoxTab.closeAll(this.#at);
    await this.#browser.reinstall();
    // The page that opens on installation.
    await FirefoxTab.another(this.#at);
    await FirefoxTab.closeAll(this.#at);
    for (const name of await readdir(this.downloads)) await rm(join(this.downloads, name));
  }

  /** The folder in which downloads arrive. */
  get downloads(): string {
    return this.#browser.downloads;
  }

  /** The address of a page of the extension. */
  addressOf(path: string): string {
    return `${this.#browser.origin}/${path}`;
  }

  /** Opens a page of the extension in a tab. */
  async openExtensionPage(path: string, where?: 'front' | 'behind'): Promise<FirefoxTab> {
    const tab = await FirefoxTab.open(this.#at, where);
    await tab.goto(this.addressOf(path));
    return tab;
  }

  /** A page with the extension's rights and none of its code, kept in a tab behind the others. */
  console(): Promise<FirefoxTab> {
    this.#console ??= this.openExtensionPage('manifest.json', 'behind');
    return this.#console;
  }

  /** What the icon's badge says of a tab. */
  async badge(tabId: number): Promise<string> {
    const page = await this.console();
    return page.evaluate((id) => browser.action.getBadgeText({ tabId: id }), tabId);
  }

  /** Sends messages as a content script of a tab would, and reads what it can of the storage. */
  async asContentScript(tabId: number, messages: readonly object[]): Promise<SeenByContentScript> {
    const page = await this.console();
    return page.evaluate(
      async (id, all) => {
        const [frame] = await browser.scripting.executeScript({
          target: { tabId: id },
          args: [all] as const,
          func: async (list) => {
            const codes: (string | undefined)[] = [];
            for (const one of list) {
              const reply = await browser.runtime.sendMessage<object, { code?: string }>(one);
              codes.push(reply.code);
            }
            const read = async (area: 'local' | 'session') => {
              try {
                return JSON.stringify(await browser.storage[area].get(null));
              } catch {
                return 'refused';
              }
            };
            return { codes, local: await read('local'), session: await read('session') };
          },
        });
        if (frame?.result === undefined) throw new Error('The tab has no page');
        return frame.result;
      },
      tabId,
      messages,
    );
  }

  /** Opens an address in a new tab. */
  async openSite(address: string, where?: 'front' | 'behind'): Promise<SiteTab> {
    // Only a page of the extension can tell in which tab it is.
    const tab = await this.openExtensionPage('manifest.json', where);
    const tabId = await tab.evaluate(async () => (await browser.tabs.getCurrent()).id);
    if (tabId === undefined) throw new Error('The new tab has no id');
    await tab.goto(address);
    return { tab, tabId };
  }

  /** Opens what the toolbar icon opens, for a tab. */
  openPopup(tabId: number): Promise<FirefoxTab> {
    return this.openExtensionPage(`popup.html?tabId=${tabId}`);
  }

  /** Ends the extension's background page, as the browser does when it has been idle. */
  async endBackground(): Promise<void> {
    await inBrowser(
      this.#browser.marionette,
      (id) =>
        WebExtensionPolicy.getByID(id).extension.terminateBackground({
          ignoreDevToolsAttached: true,
          disableResetIdleForTest: true,
        }),
      this.#browser.extensionId,
    );
  }

  /** Whether the extension's background page runs: `running`, `suspended`, `stopped`… */
  backgroundState(): Promise<string> {
    return inBrowser(
      this.#browser.marionette,
      (id) => WebExtensionPolicy.getByID(id).extension.backgroundState,
      this.#browser.extensionId,
    );
  }
}

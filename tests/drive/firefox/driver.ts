import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inBrowser } from './in-browser.ts';
import type { FirefoxBrowser } from './launch.ts';
import { FirefoxTab, type Switch } from './tab.ts';

/** What a content script received and could read. */
export interface SeenByContentScript {
  /** The codes of the replies to its messages. */
  readonly codes: readonly (string | undefined)[];
  /** The extension's local storage as JSON, or `refused`. */
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
   * Resets the browser to its first start: reinstalls the extension without its storage and
   * permissions, closes every tab except an empty one, and deletes downloads.
   */
  async startAnew(): Promise<void> {
    this.#console = undefined;
    await FirefoxTab.closeAll(this.#at);
    await this.#browser.reinstall();
    // Wait for the page that opens on installation.
    await FirefoxTab.another(this.#at);
    await FirefoxTab.closeAll(this.#at);
    for (const name of await readdir(this.downloads)) await rm(join(this.downloads, name));
  }

  /** The folder for downloads. */
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

  /** Returns a page with the extension's permissions but none of its code, kept in a tab behind. */
  console(): Promise<FirefoxTab> {
    this.#console ??= this.openExtensionPage('manifest.json', 'behind');
    return this.#console;
  }

  /** Reads the text of a tab's badge. */
  async badge(tabId: number): Promise<string> {
    const page = await this.console();
    return page.evaluate((id) => browser.action.getBadgeText({ tabId: id }), tabId);
  }

  /** Sends messages as a content script of a tab does, and reads the storage that it can access. */
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
    // Only an extension page can find out its tab.
    const tab = await this.openExtensionPage('manifest.json', where);
    const tabId = await tab.evaluate(async () => (await browser.tabs.getCurrent()).id);
    if (tabId === undefined) throw new Error('The new tab has no id');
    await tab.goto(address);
    return { tab, tabId };
  }

  /** Opens the popup for a tab, in a tab of its own. */
  openPopup(tabId: number): Promise<FirefoxTab> {
    return this.openExtensionPage(`popup.html?tabId=${tabId}`);
  }

  /** Ends the extension's background page, as the browser does with an idle one. */
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

  /** Reads the state of the extension's background page: `running`, `suspended`, `stopped`… */
  backgroundState(): Promise<string> {
    return inBrowser(
      this.#browser.marionette,
      (id) => WebExtensionPolicy.getByID(id).extension.backgroundState,
      this.#browser.extensionId,
    );
  }
}

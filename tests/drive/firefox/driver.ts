import type { FirefoxBrowser } from './launch.ts';
import { FirefoxTab, type Switch } from './tab.ts';

/** What is used here of Firefox's own code: toolkit/components/extensions/Extension.sys.mjs */
declare const WebExtensionPolicy: {
  getByID(id: string): {
    readonly extension: {
      readonly backgroundState: string;
      terminateBackground(options: object): Promise<void>;
    };
  };
};

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

  /** Closes every tab but one, which is empty; what the extension stored stays. */
  async closeTabs(): Promise<void> {
    this.#console = undefined;
    await FirefoxTab.closeAll(this.#at);
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
    await this.#inBrowser(
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
    return this.#inBrowser(
      (id) => WebExtensionPolicy.getByID(id).extension.backgroundState,
      this.#browser.extensionId,
    );
  }

  /** Runs a function with the rights of the browser's own code. */
  async #inBrowser<Result>(func: (id: string) => Result, id: string): Promise<Awaited<Result>> {
    const { marionette } = this.#browser;
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      const answer = await marionette.send('WebDriver:ExecuteScript', {
        script: `return (${func}).apply(null, arguments)`,
        args: [id],
      });
      return (answer as { readonly value: Awaited<Result> }).value;
    } finally {
      await marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }
}

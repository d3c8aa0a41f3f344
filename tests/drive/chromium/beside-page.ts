import type { CDPSession } from '@playwright/test';
import type { ExtensionDriver, SitePage } from './driver.ts';
import { expect } from './fixture.ts';

/** Sends a command of the protocol that Playwright has no types for. */
type Send = (name: string, input: object) => Promise<Record<string, unknown>>;

interface Answer {
  readonly result?: Record<string, unknown>;
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/**
 * The real popup or side panel, beside the page that it reviews. For Playwright, neither is a page,
 * so this class controls it over the DevTools protocol.
 */
export class BesidePage {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #open = new Map<number, (answer: Answer) => void>();
  #sent = 0;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      const { id, ...answer } = JSON.parse(message) as { id: number };
      this.#open.get(id)?.(answer);
      this.#open.delete(id);
    });
  }

  /** Opens the popup by a click on the icon, which also grants the extension access to the tab. */
  static async popup(driver: ExtensionDriver, site: SitePage): Promise<BesidePage> {
    const browser = await browserOf(driver);
    await bringForward(driver, site.tabId);
    const tab = await targetOf(browser, 'tab', site.page.url());
    await (browser.send as unknown as Send).call(browser, 'Extensions.triggerAction', {
      id: driver.extensionId,
      targetId: tab,
    });
    return BesidePage.#take(browser, driver.addressOf('popup.html'));
  }

  /** Opens the side panel from the popup, as a person does. */
  static async sidePanel(driver: ExtensionDriver, site: SitePage): Promise<BesidePage> {
    const popup = await BesidePage.popup(driver, site);
    const button = `document.querySelector('.panel-button')`;
    await expect.poll(() => popup.evaluate<boolean>(`${button} !== null`)).toBe(true);
    // The popup closes itself, so its answer may never come.
    void popup.evaluate(`${button}.click()`, { asPerson: true });
    return BesidePage.#take(await browserOf(driver), driver.addressOf('sidepanel.html'));
  }

  static async #take(browser: CDPSession, address: string): Promise<BesidePage> {
    const targetId = await targetOf(browser, 'page', address);
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId });
    return new BesidePage(browser, sessionId);
  }

  /** Evaluates an expression in it and awaits the result. @throws Error if the expression does. */
  async evaluate<Result>(expression: string, { asPerson = false } = {}): Promise<Result> {
    const answer = await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: asPerson,
    });
    const { result, exceptionDetails } = answer as {
      readonly result: { readonly value: Result };
      readonly exceptionDetails?: { readonly text: string };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }

  /** Takes a screenshot in a theme, as PNG. */
  async screenshot(theme: 'light' | 'dark' = 'light'): Promise<Buffer> {
    const features = [{ name: 'prefers-color-scheme', value: theme }];
    await this.#send('Emulation.setEmulatedMedia', { features });
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  #send(method: string, params: object): Promise<Record<string, unknown>> {
    this.#sent += 1;
    const id = this.#sent;
    const message = JSON.stringify({ id, method, params });
    return new Promise((resolve, reject) => {
      this.#open.set(id, (answer) => {
        if (answer.result === undefined) reject(new Error(JSON.stringify(answer)));
        else resolve(answer.result);
      });
      this.#browser
        .send('Target.sendMessageToTarget', { message, sessionId: this.#sessionId })
        .catch(reject);
    });
  }
}

/** Activates a tab, as a click on it does. */
async function bringForward(driver: ExtensionDriver, tabId: number): Promise<void> {
  const page = await driver.console();
  await page.evaluate((id) => chrome.tabs.update(id, { active: true }), tabId);
}

async function browserOf(driver: ExtensionDriver): Promise<CDPSession> {
  const session = await driver.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser is not driven over the protocol');
  return session;
}

async function targetOf(browser: CDPSession, type: string, address: string): Promise<string> {
  let found: TargetInfo | undefined;
  await expect
    .poll(async () => {
      // Without a filter, targets of type `tab` are left out.
      const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
      found = targetInfos.find((one) => one.type === type && one.url === address);
      return found !== undefined;
    })
    .toBe(true);
  if (!found) throw new Error(`There is no ${type} at ${address}`);
  return found.targetId;
}

import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ended } from '../popup/popup.ts';
import type { FirefoxDriver } from './driver.ts';
import type { FirefoxTab, Found, Name } from './tab.ts';

const CONFIRM = /^Delete [\d,]+ images?$/;
const WAIT_MS = 60_000;

/** Uses the popup in Firefox by the accessible names of its parts. */
export class FirefoxPopup {
  readonly tab: FirefoxTab;
  readonly #downloads: string;

  private constructor(tab: FirefoxTab, downloads: string) {
    this.tab = tab;
    this.#downloads = downloads;
  }

  static async open(driver: FirefoxDriver, tabId: number): Promise<FirefoxPopup> {
    return new FirefoxPopup(await driver.openPopup(tabId), driver.downloads);
  }

  dialog(): Promise<Found> {
    return this.tab.find('dialog', 'Delete images');
  }

  /** Waits until at least this many rows are listed. @returns Their number. */
  async rowCount(atLeast: number): Promise<number> {
    let count = 0;
    await this.#until(`${atLeast} rows are listed`, async () => {
      const grid = await this.tab.find('grid', 'Images');
      count = Number(await this.tab.attribute(grid, 'aria-rowcount'));
      return count >= atLeast;
    });
    return count;
  }

  /** Selects another row by the start of its name, and shows all rows again. */
  async alsoSelect(start: string): Promise<void> {
    const row = new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    await this.#search(start);
    await this.tab.press('row', row);
    await this.#until(`${start} is selected`, async () => {
      const found = await this.tab.find('row', row);
      return (await this.tab.attribute(found, 'aria-selected')) === 'true';
    });
    await this.#search('');
  }

  async askToDelete(): Promise<void> {
    await this.tab.press('button', 'Delete…');
    await this.dialog();
  }

  /** In the dialog: types the number if required, and confirms. @returns The number. */
  async confirm(): Promise<number> {
    const dialog = await this.dialog();
    let count = 0;
    await this.#until('the dialog can be confirmed', async () => {
      const button = await this.tab.find('button', CONFIRM, dialog);
      count = Number((await this.tab.nameOf(button)).replace(/\D/g, ''));
      if (await this.tab.isEnabled(button)) return true;
      const [field] = await this.tab.findAll('textbox', /^/, dialog);
      if (field) await this.tab.fill(field, String(count));
      return false;
    });
    await this.tab.press('button', CONFIRM, dialog);
    return count;
  }

  /** Waits until the shown job has ended. */
  async ended(): Promise<void> {
    await this.#until('the job has ended', async () => {
      const bar = await this.tab.find('progressbar', 'Deletion');
      const [now, all] = [
        await this.tab.attribute(bar, 'aria-valuenow'),
        await this.tab.attribute(bar, 'aria-valuemax'),
      ];
      return all !== undefined && Number(all) > 0 && now === all;
    });
  }

  /** Opens a job of the history by the name of its entry, unless a job is shown. */
  async openJob(name: Name): Promise<void> {
    await this.#until('a job is shown', async () => {
      // The popup opens a job that has not ended by itself.
      if ((await this.tab.findAll('progressbar', 'Deletion')).length > 0) return true;
      await this.tab.press('tab', 'History');
      await this.tab.drawn();
      for (const entry of await this.tab.findAll('button', name)) await this.tab.click(entry);
      return false;
    });
  }

  /** Exports the outcomes of the shown job through a real download. */
  async exportOutcomes(): Promise<readonly Ended[]> {
    await this.tab.press('button', 'Export');
    let items: readonly Ended[] = [];
    await this.#until('the export has arrived', async () => {
      const [name] = (await readdir(this.#downloads)).filter((one) => one.endsWith('.json'));
      if (name === undefined) return false;
      const path = join(this.#downloads, name);
      const text = await readFile(path, 'utf8');
      if (text === '') return false;
      items = (JSON.parse(text) as { readonly items: readonly Ended[] }).items;
      await rm(path);
      return true;
    });
    return items;
  }

  /** Shows only the rows that contain a text. */
  async #search(text: string): Promise<void> {
    await this.tab.fill(await this.tab.find('searchbox'), text);
    await this.tab.drawn();
  }

  /** Retries a check that may also fail while the page renders again, until it is true. */
  async #until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const until = Date.now() + WAIT_MS;
    let last: unknown;
    do {
      try {
        if (await isSo()) return;
        last = undefined;
      } catch (error) {
        last = error;
      }
      await pause(100);
    } while (Date.now() < until);
    throw new Error(`In vain waited until ${what}`, { cause: last });
  }
}

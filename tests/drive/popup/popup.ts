import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ExportedList } from '../../../utils/collection/columns.ts';

const WAIT_MS = 15_000;

/** How a target ended, as the interface exports it. */
export interface Ended {
  readonly url?: string;
  readonly imageId?: string;
  readonly videoId?: string;
  readonly outcome?: string;
  readonly requestId?: string;
  readonly reason?: string;
}

/** Uses the popup by the accessible names of its parts. */
export class Popup {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get images(): Locator {
    return this.page.getByRole('grid', { name: 'Images', exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Delete images' });
  }

  /** The progress of the shown job. A job that is not open has its progress only in a banner. */
  get progress(): Locator {
    return this.page.getByRole('progressbar', { name: 'Deletion' });
  }

  /** The title of the shown job. */
  jobTitle(name: string | RegExp = /^Deletion of /): Locator {
    return this.page.getByRole('heading', { level: 2, name });
  }

  /** Waits until at least this many rows are listed, or 15 s. @returns Their number. */
  async rowCount(atLeast: number): Promise<number> {
    await this.images.waitFor();
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const count = Number(await this.images.getAttribute('aria-rowcount'));
      if (count >= atLeast || Date.now() > until) return count;
      await this.page.waitForTimeout(100);
    }
  }

  async selectAll(): Promise<void> {
    await this.#press('Select all shown');
  }

  /** Selects only the row whose name starts with an address or id. */
  async select(name: string): Promise<void> {
    const none = this.page.getByRole('button', { name: 'Select none', exact: true });
    if (await none.isEnabled()) await none.click();
    await this.page.getByRole('searchbox').fill(name);
    const row = this.images.getByRole('row', { name: new RegExp(`^${escaped(name)}`) });
    await row.click();
  }

  /** Selects another row besides those that are selected, by a part of its name. */
  async alsoSelect(name: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(name);
    await this.images.getByRole('row', { name }).getByRole('checkbox').check();
  }

  async askToDelete(): Promise<void> {
    await this.#press('Delete…');
    await this.dialog.waitFor();
  }

  /** In the dialog: chooses which types of the videos' images to delete. */
  async chooseTypes(types: readonly string[]): Promise<void> {
    for (const type of types) {
      await this.dialog.getByRole('checkbox', { name: new RegExp(`\\b${type}\\b`) }).check();
    }
  }

  /** In the dialog: types the number if required. @returns The number. */
  async typeNumber(): Promise<number> {
    const button = this.#confirmButton;
    const field = this.dialog.getByRole('textbox');
    const until = Date.now() + WAIT_MS;
    // The field disappears if VOD is asked meanwhile and knows the ids.
    for (;;) {
      const count = Number((await button.innerText()).replace(/\D/g, ''));
      if (await button.isEnabled()) return count;
      if (Date.now() > until) throw new Error('The dialog cannot be confirmed');
      if (await field.isVisible()) {
        await field.fill(String(count), { timeout: 1000 }).catch(() => undefined);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /**
   * In the dialog: types the number if required, confirms, and waits until the new job is shown.
   * @returns The number.
   */
  async confirm(): Promise<number> {
    const count = await this.typeNumber();
    await this.#confirmButton.click();
    await this.showsNewJob();
    return count;
  }

  /** Waits until the job that the dialog has just started is shown. */
  async showsNewJob(): Promise<void> {
    // An earlier job may be shown until then. The title of a new one gets the focus.
    await this.jobTitle().and(this.page.locator(':focus')).waitFor({ timeout: WAIT_MS });
  }

  /** Opens a job of the history by its title. A job that has not ended opens by itself. */
  async openJob(name: string): Promise<void> {
    const entry = this.page.getByRole('list', { name: 'Deletions' }).getByRole('button', { name });
    await this.page.getByRole('tab', { name: 'History' }).click();
    const until = Date.now() + WAIT_MS;
    for (;;) {
      await this.jobTitle(name).or(entry).first().waitFor({ timeout: WAIT_MS });
      if (await this.jobTitle(name).isVisible()) return;
      try {
        await entry.click({ timeout: 1000 });
      } catch (error) {
        // It may have opened by itself just now.
        if (Date.now() > until) throw error;
      }
    }
  }

  get #confirmButton(): Locator {
    return this.dialog.getByRole('button', { name: /^Delete [\d,]+ images?$/ });
  }

  /** Waits until at least a share of the job, from 0 to 1, is done. */
  async progressed(share: number): Promise<void> {
    const bar = this.progress;
    const until = Date.now() + 60_000;
    for (;;) {
      const now = Number(await bar.getAttribute('aria-valuenow'));
      const all = Number(await bar.getAttribute('aria-valuemax'));
      if (all > 0 && now >= all * share) return;
      if (Date.now() > until) throw new Error(`The job stands at ${now} of ${all}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Exports the outcomes of the shown job. */
  async exportOutcomes(): Promise<readonly Ended[]> {
    return this.exported();
  }

  /** Exports what is shown as JSON. @returns The items in the file. */
  async exported(): Promise<ExportedList['items']> {
    const download = this.page.waitForEvent('download');
    await this.#press('Export');
    const text = await readFile(await (await download).path(), 'utf8');
    return (JSON.parse(text) as ExportedList).items;
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click({ timeout: 5000 });
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** How a target ended, as the interface exports it. */
export interface Ended {
  readonly url?: string;
  readonly imageId?: string;
  readonly videoId?: string;
  readonly outcome?: string;
  readonly requestId?: string;
  readonly reason?: string;
}

/** Uses the popup by the names that its parts have for assistive technology. */
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

  get progress(): Locator {
    return this.page.getByRole('progressbar', { name: 'Deletion' });
  }

  /** Waits until at least so many rows are listed, and gives how many there are. */
  async rowCount(atLeast: number): Promise<number> {
    await this.images.waitFor();
    const until = Date.now() + 15_000;
    for (;;) {
      const count = Number(await this.images.getAttribute('aria-rowcount'));
      if (count >= atLeast || Date.now() > until) return count;
      await this.page.waitForTimeout(100);
    }
  }

  async selectAll(): Promise<void> {
    await this.#press('Select all shown');
  }

  /** Selects the one row whose name starts with an address or id. */
  async select(name: string): Promise<void> {
    const none = this.page.getByRole('button', { name: 'Select none', exact: true });
    if (await none.isEnabled()) await none.click();
    await this.page.getByRole('searchbox').fill(name);
    const row = this.images.getByRole('row', { name: new RegExp(`^${escaped(name)}`) });
    await row.click();
  }

  async askToDelete(): Promise<void> {
    await this.#press('Delete…');
    await this.dialog.waitFor();
  }

  /** In the dialog: which of the videos' images are meant. */
  async chooseTypes(types: readonly string[]): Promise<void> {
    for (const type of types) {
      await this.dialog.getByRole('checkbox', { name: new RegExp(`\\b${type}\\b`) }).check();
    }
  }

  /** In the dialog: types the number if it must be typed; gives the number. */
  async typeNumber(): Promise<number> {
    const button = this.#confirmButton;
    const field = this.dialog.getByRole('textbox');
    const until = Date.now() + 15_000;
    // The field goes away if VOD, asked meanwhile, knows the ids.
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

  /** In the dialog: types the number if it must be, confirms, and waits for the job; gives the number. */
  async confirm(): Promise<number> {
    const count = await this.typeNumber();
    await this.#confirmButton.click();
    await this.progress.first().waitFor();
    return count;
  }

  get #confirmButton(): Locator {
    return this.dialog.getByRole('button', { name: /^Delete [\d,]+ images?$/ });
  }

  /** Waits until at least so much of the job is done, or all of it. */
  async progressed(share: number): Promise<void> {
    const bar = this.progress.first();
    const until = Date.now() + 60_000;
    for (;;) {
      const now = Number(await bar.getAttribute('aria-valuenow'));
      const all = Number(await bar.getAttribute('aria-valuemax'));
      if (all > 0 && now >= all * share) return;
      if (Date.now() > until) throw new Error(`The job stands at ${now} of ${all}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Exports the outcomes of the job that is shown. */
  async exportOutcomes(): Promise<readonly Ended[]> {
    const download = this.page.waitForEvent('download');
    await this.#press('Export');
    const text = await readFile(await (await download).path(), 'utf8');
    return (JSON.parse(text) as { readonly items: readonly Ended[] }).items;
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click({ timeout: 5000 });
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

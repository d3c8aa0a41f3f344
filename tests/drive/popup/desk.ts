import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { ExportedList } from '../../../utils/collection/columns.ts';
import { expect } from '../chromium/fixture.ts';
import { deletions } from '../sandbox-record.ts';
import type { Hands } from './hands.ts';
import { Popup } from './popup.ts';

type Entry = ExportedList['items'][number];

/** The popup, used as a person does, by mouse or keyboard. */
export class Desk {
  readonly page: Page;
  readonly hands: Hands;

  constructor(page: Page, hands: Hands) {
    this.page = page;
    this.hands = hands;
  }

  get images(): Locator {
    return this.page.getByRole('grid', { name: 'Images', exact: true });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Presses the button with a name. While a dialog is open, only its buttons can be pressed. */
  async press(name: string | RegExp): Promise<void> {
    await this.hands.press(this.button(name));
  }

  /** Goes from *On this page* to *Collected*. */
  async openCollected(): Promise<void> {
    const view = (name: string) => this.page.getByRole('tab', { name });
    await this.hands.change(view('On this page'), view('Collected'), 1);
    await expect(view('Collected')).toHaveAttribute('aria-selected', 'true');
  }

  /** Waits until this many rows are listed. */
  async lists(rows: number): Promise<void> {
    await expect(this.images).toHaveAttribute('aria-rowcount', String(rows));
  }

  /** In *Delete images*: types the number, confirms and waits for the end. @returns The number. */
  async confirm(): Promise<number> {
    const button = this.dialog.getByRole('button', { name: /^Delete [\d,]+ images$/ });
    const number = this.dialog.getByRole('textbox', { name: /number/i });
    await expect(this.dialog.getByText('Asking VOD')).toHaveCount(0);
    await expect(button).toBeDisabled();
    const count = (await button.innerText()).replace(/\D/g, '');
    await this.hands.write(number, count);
    await this.hands.press(button);
    const popup = new Popup(this.page);
    await popup.showsNewJob();
    const bar = popup.progress;
    await expect(bar).toHaveAttribute('aria-valuemax', count);
    await expect(bar).toHaveAttribute('aria-valuenow', count);
    return Number(count);
  }

  /** Exports what the view shows, as JSON. */
  async exported(): Promise<readonly Entry[]> {
    const download = this.page.waitForEvent('download');
    await this.press('Export');
    const list = JSON.parse(await readFile(await (await download).path(), 'utf8')) as ExportedList;
    expect(list.version).toBe(1);
    return list.items;
  }
}

/** Fails unless an exported entry agrees with the call that the sandbox recorded. */
export function expectProven(sandbox: Sandbox, entry: Entry): void {
  const call = deletions(sandbox).find(({ requestId }) => requestId === entry.requestId);
  expect(call, JSON.stringify(entry)).toMatchObject({ signatureValid: true });
  const { ImageURLs, ImageIds, VideoId } = call?.parameters ?? {};
  const sent = [ImageURLs, ImageIds, VideoId].flatMap((list) => list?.split(',') ?? []);
  const named = entry.url ?? entry.imageId ?? entry.videoId ?? '';
  const path = (name: string) => URL.parse(name)?.pathname ?? name;
  expect(sent.map(path)).toContain(path(named));
  expect(call?.status).toBe(entry.outcome === 'deleted' ? 200 : 404);
  expect(Date.parse(entry.at ?? '')).toBeGreaterThan(0);
}

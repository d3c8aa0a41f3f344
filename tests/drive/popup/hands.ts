import type { Locator, Page } from '@playwright/test';
import { expect } from '../chromium/fixture.ts';

/** How a person operates a page: with the mouse, or with the keyboard only. */
export interface Hands {
  /** Presses a button, a tab or a link. */
  press(target: Locator): Promise<void>;
  /** Chooses a radio button that is `down` places below `from`, the chosen one of its group. */
  choose(target: Locator, from: Locator, down: number): Promise<void>;
  /** Chooses the first radio button of a group in which nothing is chosen yet. */
  chooseFirst(target: Locator): Promise<void>;
  /** Goes to a row of a list, counted from 0, and checks that it is visible. */
  lookAt(list: Locator, row: number, name: RegExp): Promise<void>;
  /** Checks a box. */
  check(target: Locator): Promise<void>;
  /** Replaces the text of a field. */
  write(field: Locator, text: string): Promise<void>;
  /** Inserts a text of many lines into a field at once, as from the clipboard. */
  paste(field: Locator, text: string): Promise<void>;
  /** Changes to another view, whose tab is `right` places to the right of the current one. */
  change(current: Locator, to: Locator, right: number): Promise<void>;
  /** Selects rows of a list, counted from 0. */
  selectRows(list: Locator, rows: readonly number[]): Promise<void>;
  /** Scrolls a page of a site to its end. */
  scrollToEnd(page: Page): Promise<void>;
}

/** Uses the mouse; text is filled in. */
export const mouse: Hands = {
  press: (target) => target.click(),
  choose: (target) => target.check(),
  chooseFirst: (target) => target.check(),
  async lookAt(list, row, name) {
    const wanted = list.getByRole('row', { name });
    await list.hover();
    const down = row > 0 ? 400 : -400;
    await expect(async () => {
      if (await wanted.isVisible()) return;
      await list.page().mouse.wheel(0, down);
      await expect(wanted).toBeVisible({ timeout: 50 });
    }).toPass({ intervals: [0] });
  },
  check: (target) => target.check(),
  write: (field, text) => field.fill(text),
  paste: (field, text) => field.fill(text),
  change: (_current, to) => to.click(),
  async selectRows(list, rows) {
    for (const row of rows) {
      await list
        .locator(`[aria-rowindex="${row + 1}"]`)
        .getByRole('checkbox')
        .click();
    }
  },
  async scrollToEnd(page) {
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 100_000);
  },
};

/** The most presses of Tab that may be needed from any element to any other. */
const MOST_TABS = 20;

/** Presses Tab until an element has the focus. */
async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  const page = target.page();
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; !(await hasFocus()); pressed++) {
    if (pressed === MOST_TABS) throw new Error(`${MOST_TABS} times Tab did not lead to ${target}`);
    await page.keyboard.press('Tab');
  }
}

/** Uses only the keyboard. */
export const keyboard: Hands = {
  async press(target) {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  async choose(_target, from, down) {
    await tabTo(from);
    for (let step = 0; step < down; step++) await from.page().keyboard.press('ArrowDown');
  },
  async chooseFirst(target) {
    await tabTo(target);
    await target.page().keyboard.press('Space');
  },
  async lookAt(list, row, name) {
    await tabTo(list);
    const keys = list.page().keyboard;
    const rows = Number(await list.getAttribute('aria-rowcount'));
    if (row < rows / 2) await keys.press('Home');
    else await keys.press('End');
    for (let at = 0; row < rows / 2 && at < row; at++) await keys.press('ArrowDown');
    for (let at = rows - 1; row >= rows / 2 && at > row; at--) await keys.press('ArrowUp');
    const active = list.locator(`[id="${await list.getAttribute('aria-activedescendant')}"]`);
    await expect(active).toHaveAccessibleName(name);
    await expect(active).toBeInViewport();
  },
  async check(target) {
    await tabTo(target);
    await target.page().keyboard.press('Space');
  },
  async write(field, text) {
    await tabTo(field);
    await field.page().keyboard.press('ControlOrMeta+A');
    await field.page().keyboard.type(text);
  },
  async paste(field, text) {
    await tabTo(field);
    await field.page().keyboard.insertText(text);
  },
  async change(current, _to, right) {
    await tabTo(current);
    for (let step = 0; step < right; step++) await current.page().keyboard.press('ArrowRight');
  },
  async selectRows(list, rows) {
    await tabTo(list);
    const keys = list.page().keyboard;
    await keys.press('Home');
    let at = 0;
    for (const row of rows) {
      for (; at < row; at++) await keys.press('ArrowDown');
      await keys.press('Space');
    }
  },
  scrollToEnd: (page) => page.keyboard.press('End'),
};

/** Both ways, with their names in test titles. */
export const ways: readonly (readonly [string, Hands])[] = [
  ['by mouse', mouse],
  ['by keyboard only', keyboard],
];

import { expectAccessible } from '../drive/chromium/accessible.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';

test('320 px wide: tabs in one line, the ends of names visible, no key cut off', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/course/1');
  const { page, images } = popup;
  await page.setViewportSize({ width: 320, height: 600 });
  const lines = await page
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
  expect(new Set(lines).size).toBe(1);

  // The end of a name is visible, and the whole name is read out.
  const row = images.getByRole('row', { name: /-00002\.jpg/ }).first();
  await expect(row).toBeVisible();
  const inSight = await row.locator('.cut-name').evaluate((name) => {
    const text = [...name.childNodes].find((node) => node.textContent?.includes('.jpg'));
    if (text === undefined) return false;
    const range = document.createRange();
    range.setStart(text, (text.textContent ?? '').indexOf('-00002'));
    range.setEnd(text, (text.textContent ?? '').length);
    const [end, box] = [range.getBoundingClientRect(), name.getBoundingClientRect()];
    return end.left >= box.left && end.right <= box.right + 1;
  });
  expect(inSight).toBe(true);
  await expectAccessible(page);

  await images.focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  const overflow = await sheet.evaluate((dialog) => {
    const edge = dialog.getBoundingClientRect().right;
    return Math.max(
      ...[...dialog.querySelectorAll('kbd')].map((key) => key.getBoundingClientRect().right - edge),
    );
  });
  expect(overflow).toBeLessThan(0);
  await expectAccessible(page);
});

test('a popup at 200 %: the whole dialog can be read, and its buttons cover nothing', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  const { page, dialog } = popup;
  await page.setViewportSize({ width: 380, height: 300 });
  await popup.selectAll();
  await popup.askToDelete();
  const warning = dialog.getByText('This cannot be undone');
  await warning.scrollIntoViewIfNeeded();
  const free = await warning.evaluate((words) => {
    const { left, top, bottom } = words.getBoundingClientRect();
    return [top + 1, bottom - 1].every((y) =>
      words.contains(document.elementFromPoint(left + 2, y)),
    );
  });
  expect(free).toBe(true);
  // At first the text of the dialog is visible, not the field and the buttons below it.
  await dialog.evaluate((one) => one.scrollTo(0, 0));
  await expect(dialog.getByRole('textbox')).not.toBeInViewport();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^Delete \d+ images$/ }).scrollIntoViewIfNeeded();
  await expect(dialog.getByRole('button', { name: /^Delete \d+ images$/ })).toBeInViewport();
});

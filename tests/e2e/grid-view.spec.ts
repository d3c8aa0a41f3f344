import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../drive/chromium/accessible.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { PAGES, servePages } from '../drive/chromium/fixture-pages.ts';
import { review } from '../drive/chromium/review.ts';
import { deletions } from '../drive/sandbox-record.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('images are chosen by keyboard in the grid, and the layout is remembered', async ({
  driver,
  sandbox,
}) => {
  test.slow();
  const { popup, tabId } = await review(driver, sandbox, '/');
  const { page, images } = popup;
  await page.setViewportSize({ width: 420, height: 700 });
  await expect(button(page, 'List')).toHaveAttribute('aria-pressed', 'true');
  const all = await popup.exported();
  await button(page, 'Grid').press('Enter');
  await expect(images).toHaveAttribute('aria-colcount', '3');
  await expect(images).toHaveAttribute('aria-rowcount', String(Math.ceil(all.length / 3)));
  const first = images.getByRole('gridcell').first();
  const name = await first.getAttribute('aria-label');
  expect(name?.split(', ')).toEqual([all[0]?.url, 'Image', 'Mine']);

  // Selects from the first image of the second row to the second one of the third row.
  await images.focus();
  for (const key of ['Home', 'ArrowDown', 'Space', 'Shift+ArrowDown', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('status').getByText(`5 of ${all.length} selected`)).toBeVisible();
  const urls = (list: typeof all) => list.map(({ url }) => url);
  expect(urls(await popup.exported())).toEqual(urls(all.slice(3, 8)));
  await expectAccessible(page);

  await images.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').getByText('Shown on the page')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText(`${all.length} of ${all.length} selected`)).toBeVisible();

  await page.close();
  const again = await driver.openPopup(tabId);
  await expect(button(again, 'Grid')).toHaveAttribute('aria-pressed', 'true');
  await expect(again.getByRole('gridcell').first()).toBeVisible();
});

test('a grid of 10,000 images has few elements', async ({ driver, sandbox, context }) => {
  test.slow();
  await driver.saveAccount(sandbox.accounts[0], { ownDomains: ['a.example'] });
  await driver.grantSite(PAGES);
  // The limit of what is kept of a page is just enough for this many.
  const address = (at: number) =>
    `https://a.example/image/default/${String(at).padStart(32, 'A')}-6-2.png`;
  const addresses = Array.from({ length: 10_000 }, (_, at) => address(at));
  await servePages(context, { '/many.html': `<pre hidden>${addresses.join(' ')}</pre>` });
  const { tabId } = await driver.openSite(`${PAGES}/many.html`);
  const page = await driver.openPopup(tabId);
  await page.setViewportSize({ width: 420, height: 600 });
  const images = page.getByRole('grid', { name: 'Images', exact: true });
  await expect(images).toHaveAttribute('aria-rowcount', '10000', { timeout: 60_000 });
  await button(page, 'Grid').click();
  await expect(images).toHaveAttribute('aria-rowcount', '3334');
  await images.focus();
  for (const [key, at] of [
    ['Home', 0],
    ['PageDown', 3],
    ['End', 9_999],
  ] as const) {
    await page.keyboard.press(key);
    await expect(images.getByRole('gridcell', { name: address(at) })).toBeInViewport();
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    expect(elements).toBeLessThan(400);
  }
  await context.unrouteAll();
});

test('the head of a video opens the deletion of its images', async ({ driver, sandbox }) => {
  test.slow();
  const { popup } = await review(driver, sandbox, '/course/1');
  const { page, images, dialog } = popup;
  const [video] = sandbox.accounts[0].videos;
  const videoId = video?.videoId ?? '';
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Group by video');
  const head = images.getByRole('row', { name: new RegExp(`^${videoId}, \\d+ images$`) });
  const others = images.getByRole('row', { name: /^No video, / });
  for (const layout of ['List', 'Grid']) {
    await button(page, layout).click();
    await expect(head).toBeVisible();
    await expectAccessible(page);
    if (layout === 'Grid') await expectColumnKept(images);

    await head.getByRole('button', { name: 'Select', exact: true }).click();
    await expect(page.getByRole('status').getByText(/^\d+ of \d+ selected$/)).toBeVisible();
    expect(new Set((await popup.exported()).map((one) => one.videoId))).toEqual(new Set([videoId]));
    await button(page, 'Select none').click();
  }

  await images.focus();
  await page.keyboard.press('End');
  await expect(others).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(head.getByRole('button', { name: 'All images of this video…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(head.getByRole('button', { name: 'All images of this video…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await popup.chooseTypes(['CoverSnapshot']);
  expect(await popup.confirm()).toBe(1);
  await popup.progressed(1);
  expect(deletions(sandbox).map(({ parameters }) => parameters)).toEqual([
    expect.objectContaining({ VideoId: videoId, ImageType: 'CoverSnapshot' }),
  ]);
});

/** Moves by keyboard from the second column down over the next group's head, and up again. */
async function expectColumnKept(images: Locator): Promise<void> {
  const keys = images.page().keyboard;
  const active = async () => {
    const id = await images.getAttribute('aria-activedescendant');
    const one = images.page().locator(`[id="${id}"]`);
    return { head: (await one.getAttribute('role')) === 'row', x: (await one.boundingBox())?.x };
  };
  const walkOverHead = async (key: string) => {
    for (let step = 0; step < 20 && !(await active()).head; step += 1) await keys.press(key);
    expect((await active()).head).toBe(true);
    await keys.press(key);
    return (await active()).x;
  };
  await images.focus();
  for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await keys.press(key);
  const { head, x } = await active();
  expect(head).toBe(false);
  expect(await walkOverHead('ArrowDown')).toBe(x);
  expect(await walkOverHead('ArrowUp')).toBe(x);
}

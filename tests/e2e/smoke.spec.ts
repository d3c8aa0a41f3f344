import { errorsOf, expect, test } from '../drive/chromium/fixture.ts';

test('the extension loads and its options page shows without errors', async ({ driver, page }) => {
  const errors = errorsOf(page);
  await page.goto(driver.addressOf('options.html'));
  await expect(page.locator('body')).not.toBeEmpty();
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('the worker saves an account, and starts again after it was killed', async ({
  sandbox,
  driver,
  saveAccount,
  killWorker,
}) => {
  await saveAccount(sandbox.accounts[0]);
  await killWorker();
  await saveAccount(sandbox.accounts[1]);
  const reply = driver.send('deleteEverything', {});
  await expect(reply).rejects.toThrow('Not a command of this sender');
});

test('the popup lists what the demo site shows', async ({
  sandbox,
  openSite,
  grantSite,
  openPopup,
}) => {
  await grantSite(sandbox.site);
  const { page, tabId } = await openSite('/');
  const first = page.getByRole('img').first();
  await expect(first).toBeVisible();
  await expect(first).not.toHaveJSProperty('naturalWidth', 0);
  const popup = await openPopup(tabId);
  const images = popup.getByRole('grid', { name: 'Images' });
  const held = new Set(sandbox.expectedOn('/').addresses.map(({ bare }) => bare));
  await expect(images).toHaveAttribute('aria-rowcount', String(held.size));
});

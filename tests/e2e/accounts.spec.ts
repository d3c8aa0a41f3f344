import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../drive/chromium/accessible.ts';
import { errorsOf, expect, test } from '../drive/chromium/fixture.ts';
import { deletable, deletions } from '../drive/sandbox-record.ts';

const PASSPHRASE = 'glacier unfold barista nimbly';

/** Pastes a text into the focused field, as from the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

async function makeVault(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await expect(page.getByRole('meter', { name: 'Strength' })).toHaveAttribute(
    'aria-valuetext',
    'Strong',
  );
  await page.getByLabel('The same passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Make a vault' }).click();
  await expect(page.getByText('The vault is unlocked', { exact: true })).toBeVisible();
}

test('a key is pasted into the vault, and the vault is locked, and unlocked to delete', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
  openPopup,
  openExtensionPage,
}) => {
  test.slow();
  const [acme] = sandbox.accounts;
  const options = await openExtensionPage('options.html');
  const errors = errorsOf(options);
  await expect(options.getByRole('heading', { name: 'New account' })).toBeVisible();
  await makeVault(options);

  await options.getByLabel('Name').fill(acme.name);
  await options.getByRole('radio', { name: 'Teal' }).check({ force: true });
  await options.getByLabel('Own domains').fill(acme.ownDomains.join('\n'));
  await options.getByRole('radio', { name: 'In the vault' }).check();
  await options.getByLabel('AccessKey ID').focus();
  await paste(
    options,
    `AccessKey ID,AccessKey Secret\r\n${acme.accessKeyId},${acme.accessKeySecret}\r\n`,
  );
  await expect(options.getByLabel('AccessKey secret')).toHaveValue(acme.accessKeySecret);
  await expectAccessible(options);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  const row = options.getByRole('list', { name: 'Accounts' }).getByRole('listitem');
  await expect(row).toContainText('Key at hand');
  expect(await options.content()).not.toContain(acme.accessKeySecret);

  await driver.setGrace(0);
  await grantSite(sandbox.site);
  const { tabId } = await openSite('/');
  const popup = await openPopup(tabId);
  await popup.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(row).toContainText('The key is in the vault, which is locked');

  const [address] = deletable(sandbox, '/');
  if (address === undefined) throw new Error('The site has no image to delete');
  await popup.getByRole('searchbox').fill(address);
  await popup.getByRole('row', { name: address }).getByRole('checkbox').check();
  await popup.getByRole('button', { name: 'Delete…' }).click();
  const dialog = popup.getByRole('dialog', { name: 'Delete images' });
  const confirm = dialog.getByRole('button', { name: 'Delete 1 image' });
  await expect(confirm).toBeDisabled();
  await expectAccessible(popup);
  await dialog.getByLabel('Passphrase').fill('another');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog.getByText('This is not the passphrase.').first()).toBeVisible();
  await dialog.getByLabel('Passphrase').fill(PASSPHRASE);
  await popup.keyboard.press('Enter');
  await expect(dialog.getByText('The vault is locked')).toBeHidden();
  await confirm.click();
  await expect(popup.getByRole('status').getByText('Finished')).toBeAttached();
  expect(deletions(sandbox)).toHaveLength(1);
  expect(sandbox.exists(address)).toBe(false);
  await expect(popup.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});

test('the header switches accounts by keyboard, and follows changes in the options', async ({
  sandbox,
  saveAccount,
  grantSite,
  openSite,
  openPopup,
  openExtensionPage,
}) => {
  test.slow();
  const [acme, other] = sandbox.accounts;
  await saveAccount(other);
  await saveAccount(acme);
  await grantSite(sandbox.site);
  const { tabId } = await openSite('/');
  const popup = await openPopup(tabId);
  await popup.setViewportSize({ width: 320, height: 600 });
  const chip = popup.getByRole('button', { name: `Account: ${acme.name}` });
  await chip.focus();
  await popup.keyboard.press('ArrowDown');
  const menu = popup.getByRole('menu', { name: 'Accounts' });
  await expect(menu.getByRole('menuitemradio', { name: acme.name })).toBeFocused();
  await expectAccessible(popup);
  const box = await menu.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  await popup.keyboard.press('Home');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('button', { name: `Account: ${other.name}` })).toBeVisible();
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const options = await openExtensionPage('options.html');
  const rows = options.getByRole('list', { name: 'Accounts' }).getByRole('listitem');
  await expect(rows.filter({ hasText: other.name })).toContainText('Current');
  await options.getByRole('button', { name: `Remove: ${other.name}` }).click();
  await expectAccessible(options);
  await options.getByRole('button', { name: 'Remove account' }).click();
  await expect(rows).toHaveCount(1);
  // The remaining account becomes the current one.
  await expect(rows.filter({ hasText: acme.name })).toContainText('Current');
  await expect(chip).toBeVisible();
});

test('an account is tested, exported without its key, and imported again', async ({
  sandbox,
  saveAccount,
  openExtensionPage,
}) => {
  test.slow();
  const [acme] = sandbox.accounts;
  await saveAccount(acme);
  const options = await openExtensionPage('options.html');
  await options.getByRole('button', { name: `Test: ${acme.name}` }).click();
  const panel = options.getByRole('region', { name: acme.name });
  await expect(panel.getByRole('row', { name: 'vod:GetImageInfos' })).toContainText('Yes');
  await expect(panel.getByRole('row', { name: 'vod:DeleteImage' })).toContainText('Not known');
  expect(deletions(sandbox)).toEqual([]);
  await expectAccessible(options);

  const saved = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await (await saved).path();
  expect(await readFile(file, 'utf8')).not.toContain(acme.accessKeyId);
  await options.locator('input[type=file]').setInputFiles(file);
  const dialog = options.getByRole('dialog', { name: 'Import accounts' });
  await expect(dialog.getByText(acme.name)).toBeVisible();
  await expectAccessible(options);
  await dialog.getByRole('button', { name: 'Add 1 account' }).click();
  const rows = options.getByRole('list', { name: 'Accounts' }).getByRole('listitem');
  await expect(rows.filter({ hasText: acme.name })).toHaveCount(2);
});

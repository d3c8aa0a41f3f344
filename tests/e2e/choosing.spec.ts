import type { Page } from '@playwright/test';
import { expectAccessible } from '../drive/chromium/accessible.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { badgeText, grantedSites } from '../drive/chromium/watching.ts';

const SITE = 'https://www.acme-learning.example';

const radio = (page: Page, name: string) => page.getByRole('radio', { name });

test('the welcome page opens on installation, with three choices and a link to the options', async ({
  context,
  driver,
}) => {
  await driver.startAnew();
  const page = await driver.install();
  await expect(page).toHaveURL(driver.addressOf('welcome.html'));
  await expect(radio(page, 'Only when I click')).toBeChecked();
  await expect(radio(page, 'Watch every site')).not.toBeChecked();
  await radio(page, 'On sites I choose').check();
  await page.getByLabel('Address of a site').fill('nonsense');
  await page.getByRole('button', { name: 'Watch site' }).click();
  await expect(page.getByText('Type the address of a site')).toBeVisible();
  await expectAccessible(page);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await expect(await opened).toHaveURL(/options\.html/);
});

test('the welcome page offers a trial on built-in images, without any request', async ({
  driver,
  sandbox,
}) => {
  const page = await driver.openExtensionPage('welcome.html');
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  const images = page.getByRole('grid', { name: 'Images' });
  await expect(images).toHaveAttribute('aria-rowcount', '7');
  await page.getByRole('button', { name: 'Select all shown' }).click();
  await page.getByRole('button', { name: 'Collect', exact: true }).click();
  await expect(page.getByText('In real use, 7 images would now be collected.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete images' });
  await expect(dialog).toContainText('This is the demo');
  await expect(dialog).toContainText('1 image is left out: not known to be yours');
  await expect(dialog.getByRole('button', { name: 'Delete 6 images' })).toBeDisabled();
  await expectAccessible(page);
  expect(asked.filter((url) => !url.startsWith('chrome-extension:'))).toEqual([]);
  expect(sandbox.calls).toEqual([]);
});

test('the popup says whether the page is watched, and changes it', async ({
  driver,
  grantSite,
  openSite,
  openPopup,
}) => {
  const { tabId } = await openSite('/course/1');
  const popup = await openPopup(tabId);
  const state = (name: string) => popup.getByRole('button', { name, exact: true });
  await expect(state('Not watching this page')).toBeVisible();
  await grantSite(SITE);
  await expect(state('Watching this site')).toBeVisible();
  await expect.poll(() => badgeText(driver, tabId)).not.toBe('');

  await state('Watching this site').click();
  await expect(radio(popup, 'Watch this site')).toBeChecked();
  await expect(popup.getByText('www.acme-learning.example are looked at')).toBeVisible();
  await expectAccessible(popup);

  await radio(popup, 'Only when I click').check();
  await expect(state('Not watching this page')).toBeVisible();
  expect(await grantedSites(driver)).toEqual([]);
});

test('watching every site can be reduced to one site, and to none', async ({
  driver,
  grantSite,
  openSite,
  openPopup,
}) => {
  // The browser grants these again later without a prompt.
  await grantSite('https://*');
  await grantSite('http://*');
  const { tabId } = await openSite('/course/1');
  const popup = await openPopup(tabId);
  await popup.getByRole('button', { name: 'Watching every site' }).click();
  await radio(popup, 'Watch this site').check();
  await expect(popup.getByRole('button', { name: 'Watching this site' })).toBeVisible();
  expect(await grantedSites(driver)).toEqual([`${SITE}/*`]);

  const options = await driver.openExtensionPage('options.html');
  await expect(radio(options, 'On sites I choose')).toBeChecked();
  await expect(options.getByRole('list', { name: 'Watched sites' })).toContainText(
    'www.acme-learning.example',
  );
  await options.getByRole('checkbox', { name: 'Mark images on pages' }).check();
  await expectAccessible(options);
  await options.getByRole('button', { name: 'Remove www.acme-learning.example' }).click();
  await expect.poll(() => grantedSites(driver)).toEqual([]);
  await expect(popup.getByRole('button', { name: 'Not watching this page' })).toBeVisible();
  await expect(popup.getByRole('checkbox', { name: 'Mark images on pages' })).toBeChecked();
});

test('a row shows its image on the page, by pointer and by key', async ({
  grantSite,
  openSite,
  openPopup,
}) => {
  await grantSite(SITE);
  const { page, tabId } = await openSite('/course/1');
  const popup = await openPopup(tabId);
  const images = popup.getByRole('grid', { name: 'Images' });
  const row = images.getByRole('row', { name: /-00001\.jpg/ }).first();
  await row.getByRole('button', { name: 'Show on page' }).click();
  await expect(popup.getByRole('status').getByText('Shown on the page')).toBeVisible();
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  await expect(row).toHaveAttribute('aria-selected', 'false');

  await popup.bringToFront();
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('img, video')) one.remove();
  });
  await row.click();
  await popup.keyboard.press('Enter');
  await expect(popup.getByText('It is no longer on the page')).toBeVisible();
});

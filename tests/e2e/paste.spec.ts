import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { ExportedList } from '../../utils/collection/columns.ts';
import { expectAccessible } from '../drive/chromium/accessible.ts';
import { expect, test } from '../drive/chromium/fixture.ts';

const HOST = 'https://vod.acme-video.example';
const hex = (seed: number, digits = 32) => seed.toString(16).padStart(digits, '0');
const upload = (seed: number, host = HOST) =>
  `${host}/image/default/${hex(seed).toUpperCase()}-6-2.png`;
const VIDEO = hex(0xabcdef);
const BARE = hex(0x123456);

/** Fifty lines as support receives them: forty images, and ten other lines. */
const FIFTY = [
  ...Array.from({ length: 38 }, (_, n) => `${n + 1}\t${upload(n + 1)}?auth_key=1\treported`),
  `See <${upload(39)}>, it is wrong.`,
  `hxxps://vod[.]acme-video[.]example/image/default/${hex(40).toUpperCase()}-6-2.png`,
  'please remove these today',
  'https://www.example.com/picture.png',
  upload(41, 'https://vod.acme-video.example.evil.example'),
  upload(1),
  'https://elsewhere.example/image/cover/holiday.png',
  `md5: ${hex(7)}`,
  BARE,
  `vid=${VIDEO}`,
  `${HOST}/${VIDEO}/snapshots/${hex(9)}-00001.jpg`,
  'Thank you, Li',
].join('\n');

const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true });

test('a list of fifty lines: each wrong line is reported, the rest is collected', async ({
  sandbox,
  saveAccount,
  openSite,
  openPopup,
}) => {
  await saveAccount(sandbox.accounts[0]);
  const { tabId } = await openSite('/course/1');
  const popup = await openPopup(tabId);
  await popup.getByRole('tab', { name: 'Collected' }).click();
  await button(popup, 'Paste list').click();
  const dialog = popup.getByRole('dialog', { name: 'Paste list' });
  await dialog.getByLabel('Addresses and ids').fill(FIFTY);
  const understood = dialog.getByRole('grid', { name: 'What was understood' });
  await expect(understood).toHaveAttribute('aria-rowcount', '50');
  await expect(dialog.getByRole('status')).toHaveText('41 understood, 9 left out');
  await button(dialog, 'Only the 9 left out').click();
  await expect(understood).toHaveAttribute('aria-rowcount', '9');
  await expect(understood.getByRole('row', { name: /^Line 41, / })).toBeVisible();
  await button(dialog, 'Only the 9 left out').click();
  await expect(understood).toHaveAttribute('aria-rowcount', '50');

  await understood.focus();
  await popup.keyboard.press('End');
  for (const said of [
    'Line 50, Thank you, Li, No address or id in this line',
    /^Line 48, .*The id of the video that the image in Line 49 belongs to/,
    /^Line 47, .*Nothing says whether/,
    /^Line 46, .*Stands under a name/,
  ]) {
    await expect(understood.getByRole('row', { name: said })).toBeVisible();
  }
  await popup.keyboard.press('PageUp');
  for (const said of [
    /^Line 45, .*its domain is not one of the account’s own/,
    /^Line 44, .*The same as in Line 1$/,
    /^Line 43, .*only looks like/,
    /^Line 42, .*not of an image/,
    /^Line 41, .*No address/,
  ]) {
    await expect(understood.getByRole('row', { name: said })).toHaveCount(1);
    await popup.keyboard.press('ArrowUp');
  }
  await expectAccessible(popup);
  await popup.setViewportSize({ width: 780, height: 600 });

  await dialog.getByRole('radio', { name: 'image ids' }).check();
  await expect(dialog.getByRole('status')).toHaveText('42 understood, 8 left out');
  await button(dialog, 'Add 42 images').click();
  await expect(popup.getByText('42 images added from the list')).toBeVisible();
  const images = popup.getByRole('grid', { name: 'Images' });
  await expect(images).toHaveAttribute('aria-rowcount', '42');
  await expect(button(popup, 'Paste list')).toBeFocused();

  await button(popup, 'Select all shown').click();
  await button(popup, 'Note…').click();
  await popup.getByRole('dialog').getByLabel('Note', { exact: true }).fill('TICKET-17');
  await popup.keyboard.press('Enter');
  await expect(images.getByText('TICKET-17').first()).toBeVisible();
  const download = popup.waitForEvent('download');
  await button(popup, 'Export').click();
  const list = JSON.parse(await readFile(await (await download).path(), 'utf8')) as ExportedList;
  expect(list.items.map(({ note }) => note)).toEqual(Array(42).fill('TICKET-17'));
});

test('a list is pasted into an empty collection by keyboard only', async ({ driver }) => {
  const popup = await driver.openExtensionPage('popup.html');
  await popup.getByRole('tab', { name: 'On this page' }).focus();
  await popup.keyboard.press('ArrowRight');
  await popup.keyboard.press('Tab');
  while (!(await button(popup, 'Paste list').evaluate((one) => one === document.activeElement))) {
    await popup.keyboard.press('Tab');
  }
  await popup.keyboard.press('Enter');
  const dialog = popup.getByRole('dialog', { name: 'Paste list' });
  await expect(dialog.getByLabel('Addresses and ids')).toBeFocused();
  await popup.keyboard.insertText(`ImageId: ${BARE}`);
  const add = button(dialog, 'Add 1 image');
  await expect(add).toBeEnabled();
  for (let left = 8; left > 0; left--) {
    await popup.keyboard.press('Tab');
    if (await add.evaluate((one) => one === document.activeElement)) break;
  }
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('grid', { name: 'Images' })).toHaveAttribute('aria-rowcount', '1');
});

test('files are read from the picker and by drop, and other files are refused by name', async ({
  driver,
}) => {
  const popup = await driver.openExtensionPage('popup.html');
  await popup.getByRole('tab', { name: 'Collected' }).click();
  await popup.getByRole('tabpanel').evaluate((panel, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'reports.csv', { type: 'text/csv' }));
    dataTransfer.items.add(new File([new Uint8Array(64)], 'book.xlsx'));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    (panel.querySelector('.paste-bar') ?? panel).dispatchEvent(drop);
  }, `VideoId,Title\r\n${VIDEO},"one, two"\r\n`);
  const dialog = popup.getByRole('dialog', { name: 'Paste list' });
  await expect(dialog.getByRole('alert')).toContainText('book.xlsx was not read');
  await expect(dialog.getByRole('row', { name: /^Line 2 of reports.csv/ })).toBeVisible();

  const chooser = popup.waitForEvent('filechooser');
  await button(dialog, 'Choose files').click();
  await (await chooser).setFiles({
    name: 'list.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`\uFEFFImageId=${BARE}`, 'utf16le'),
  });
  await expect(dialog.getByRole('row', { name: /^Line 1 of list.txt/ })).toBeVisible();
  await button(dialog, 'Remove reports.csv').click();
  await button(dialog, 'Add 1 image').click();
  const images = popup.getByRole('grid', { name: 'Images' });
  await expect(images.getByRole('row', { name: new RegExp(`^${BARE}`) })).toBeVisible();
});

import { expectAccessible } from '../drive/chromium/accessible.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import { deletable } from '../drive/sandbox-record.ts';

test('a list can be used by keys alone, and a sheet lists the keys', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  const { page, images } = popup;
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Collect the image under the pointer');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  const [address = ''] = deletable(sandbox, '/');
  await page.keyboard.press('/');
  await page.keyboard.type(`?${new URL(address).pathname}`);
  // Keys that are typed into a field are text, not shortcuts.
  await expect(sheet).toBeHidden();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(new URL(address).pathname);
  await expect(images).toHaveAttribute('aria-rowcount', '1');
  await images.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await expect(page.locator('.preview')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.preview')).toBeHidden();

  const row = images.getByRole('row');
  await page.keyboard.press('Space');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(row).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Delete');
  await expect(popup.dialog).toBeHidden();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(popup.dialog).toContainText('This cannot be undone');
  expect(sandbox.calls.filter(({ action }) => action === 'DeleteImage')).toEqual([]);
});

test('Check asks VOD about listed ids, and says which are gone', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/course/1');
  const { page, images } = popup;
  const [gone, there] = sandbox.accounts[0].images.slice(30, 32);
  if (gone === undefined || there === undefined) throw new Error('The sandbox has too few images');
  await page.getByRole('tab', { name: 'Collected' }).click();
  await page.getByRole('button', { name: 'Paste list' }).click();
  const paste = page.getByRole('dialog', { name: 'Paste list' });
  const never = 'f'.repeat(32);
  await paste.getByRole('textbox').fill(`ImageId: ${there.imageId}\nImageId: ${never}\n`);
  await paste.getByRole('button', { name: /^Add/ }).click();
  await expect(images).toHaveAttribute('aria-rowcount', '2');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('VOD knows 1 of them. 1 is already gone.')).toBeVisible();
  await expect(images.getByRole('row', { name: there.imageId })).toContainText(there.title);
  await expect(images.getByRole('row', { name: never })).toContainText('already gone');
  await expectAccessible(page);
});

import { expectAccessible } from '../drive/chromium/accessible.ts';
import { errorsOf, expect, test } from '../drive/chromium/fixture.ts';

test('settings can be searched, and the chosen colours apply to every page', async ({
  openExtensionPage,
}) => {
  const options = await openExtensionPage('options.html');
  const errors = errorsOf(options);
  const ground = () => options.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await options.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  await options.getByRole('searchbox', { name: 'Search the settings' }).fill('colours DARK');
  await expect(options.getByRole('heading', { level: 2 })).toHaveText(['Appearance']);
  await expect(options.getByRole('status').getByText('1 section')).toBeVisible();

  await options.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(ground).not.toBe(light);
  const popup = await openExtensionPage('popup.html');
  await popup.emulateMedia({ colorScheme: 'light' });
  await expect(popup.locator('html')).toHaveAttribute('data-theme', 'dark');
  await options.getByRole('radio', { name: 'Same as the system' }).check();
  await expect.poll(ground).toBe(light);

  await options.getByRole('searchbox').fill('');
  await expect(options.getByRole('heading', { name: 'About' })).toBeVisible();
  await expectAccessible(options);
  const licences = options.context().waitForEvent('page');
  await options.getByRole('link', { name: /Licences/ }).click();
  await expect((await licences).getByText('preact')).toBeVisible();
  expect(errors).toEqual([]);
});

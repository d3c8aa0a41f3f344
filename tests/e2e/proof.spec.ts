import { expectAccessible } from '../drive/chromium/accessible.ts';
import { errorsOf, expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import { deletable } from '../drive/sandbox-record.ts';

test('an image that the CDN still serves is purged, and then checked to be gone', async ({
  driver,
  sandbox,
  grantSite,
}) => {
  test.slow();
  const { site, popup } = await review(driver, sandbox, '/');
  const errors = errorsOf(popup.page);
  const [address = ''] = deletable(sandbox, '/');
  // Shows the image on the page, so that the CDN has a copy.
  await site.reload({ waitUntil: 'networkidle' });
  await popup.select(address);
  await popup.askToDelete();
  await popup.confirm();
  await popup.progressed(1);

  const check = popup.page.getByRole('button', { name: 'Check', exact: true });
  await grantSite(address);
  await check.click();
  await expect(popup.page.getByText('1 still served by the CDN', { exact: true })).toBeVisible();
  await popup.page.getByText('Show the 1 that is not known to be gone').click();
  await expectAccessible(popup.page);

  await popup.page.getByRole('button', { name: 'Purge cached copies', exact: true }).click();
  await expect(popup.page.getByText('Have the CDN forget 1 address')).toBeVisible();
  await expect(popup.page.getByText('2,000 of today’s 2,000')).toBeVisible();
  await expectAccessible(popup.page);
  await popup.page.getByRole('button', { name: 'Purge now' }).click();
  await expect(popup.page.getByText('1 of 1 addresses purged')).toBeVisible({ timeout: 30_000 });
  await check.click();
  await expect(popup.page.getByText('1 gone', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});

import { Popup } from '../../scripts/tour/popup.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('the side panel reviews the tab in front, and follows the person to another', async ({
  sandbox,
  saveAccount,
  grantSite,
  openSite,
  openExtensionPage,
}) => {
  test.slow();
  const [account] = sandbox.accounts;
  await saveAccount(account);
  await grantSite(sandbox.site);
  const gallery = await openSite('/');
  const course = await openSite('/course/1');
  const panel = await openExtensionPage('sidepanel.html');
  await panel.setViewportSize({ width: 360, height: 700 });
  await expect(panel.getByRole('button', { name: 'Open side panel' })).toBeHidden();

  await gallery.page.bringToFront();
  const popup = new Popup(panel);
  const expected = sandbox.expectedOn('/').addresses.length;
  await expect.poll(() => popup.rowCount(expected)).toBeGreaterThanOrEqual(expected);
  await course.page.bringToFront();
  const id = sandbox.expectedOn('/course/1').ids[0]?.id ?? '';
  await panel.getByRole('searchbox').fill(id);
  await expect(popup.images.getByRole('row', { name: new RegExp(`^${id}`) })).toBeVisible();
  await expectAccessible(panel);
});

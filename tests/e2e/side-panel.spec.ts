import type { Page } from '@playwright/test';
import { expectAccessible } from '../drive/chromium/accessible.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { deletable } from '../drive/sandbox-record.ts';

/** Brings a tab to the front of its window, as a click on it does. */
async function bringForward(page: Page, tabId: number): Promise<void> {
  await page.evaluate((id) => chrome.tabs.update(id, { active: true }), tabId);
}

test('the side panel reviews the active tab, and follows a change of tabs', async ({
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

  await expectAccessible(panel);

  // From now on the panel's own tab is in the background: it is not drawn, cannot be clicked.
  const images = panel.getByRole('grid', { name: 'Images', exact: true });
  await bringForward(panel, gallery.tabId);
  const mine = deletable(sandbox, '/').length;
  const rowCount = async () => Number(await images.getAttribute('aria-rowcount'));
  await expect.poll(rowCount).toBeGreaterThanOrEqual(mine);
  await bringForward(panel, course.tabId);
  await expect.poll(rowCount).toBeLessThan(mine);
  expect(await rowCount()).toBeGreaterThan(0);
});

import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { ExtensionDriver } from '../drive/chromium/driver.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import { Popup } from '../drive/popup/popup.ts';
import { deletable, deletions } from '../drive/sandbox-record.ts';

/** Confirms the deletion of all images of the gallery while VOD is slow, and waits for the first call. */
async function startSlowly(driver: ExtensionDriver, sandbox: Sandbox) {
  const { popup, tabId } = await review(driver, sandbox, '/');
  sandbox.setFault('slow', { times: 0, action: 'DeleteImage' });
  await popup.selectAll();
  await popup.askToDelete();
  const count = await popup.confirm();
  await expect.poll(() => deletions(sandbox).length).toBeGreaterThan(0);
  return { popup, tabId, count };
}

test('a popup that is closed and reopened in the middle of a job shows it to its end', async ({
  driver,
  sandbox,
}) => {
  const { popup, tabId, count } = await startSlowly(driver, sandbox);
  await popup.page.close();

  const again = new Popup(await driver.openPopup(tabId));
  await again.openJob(`Deletion of ${count} images`);
  await again.progressed(1);
  const ended = await again.exportOutcomes();
  expect(ended.map(({ outcome }) => outcome)).toEqual(Array(count).fill('deleted'));
});

test('Stop in the grace period prevents everything', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/');
  await driver.setGrace(30);
  await popup.selectAll();
  await popup.askToDelete();
  await popup.confirm();
  await popup.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await popup.progressed(1);
  const ended = await popup.exportOutcomes();
  expect(new Set(ended.map(({ outcome }) => outcome))).toEqual(new Set(['stopped']));
  expect(deletions(sandbox)).toHaveLength(0);
  for (const address of deletable(sandbox, '/')) expect(sandbox.exists(address)).toBe(true);
});

test('a worker killed in the middle of a job loses nothing', async ({
  driver,
  sandbox,
  killWorker,
}) => {
  const { popup, tabId, count } = await startSlowly(driver, sandbox);
  await killWorker();
  sandbox.clearFaults();
  await popup.page.close();

  const again = new Popup(await driver.openPopup(tabId));
  await again.openJob(`Deletion of ${count} images`);
  await again.progressed(1);
  const ended = await again.exportOutcomes();
  expect(ended).toHaveLength(count);
  for (const { outcome, url } of ended) {
    expect(['deleted', 'already-gone']).toContain(outcome);
    expect(sandbox.exists(url ?? '')).toBe(false);
  }
});

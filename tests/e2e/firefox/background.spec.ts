import { expect, review, test } from '../../drive/firefox/fixture.ts';
import { FirefoxPopup } from '../../drive/firefox/popup.ts';
import { deletions } from '../../drive/sandbox-record.ts';

test('nothing is lost when the background page ends in the middle of a job', async ({
  driver,
  sandbox,
}) => {
  const { popup, tabId } = await review(driver, sandbox, '/');
  sandbox.setFault('slow', { times: 0, action: 'DeleteImage' });
  await popup.tab.press('button', 'Select all shown');
  await popup.askToDelete();
  const count = await popup.confirm();
  await expect.poll(() => deletions(sandbox).length).toBeGreaterThan(0);
  await driver.endBackground();
  expect(await driver.backgroundState()).not.toBe('running');
  sandbox.clearFaults();
  await popup.tab.close();

  const again = await FirefoxPopup.open(driver, tabId);
  await again.openJob(new RegExp(`^Deletion of ${count} images`));
  await again.ended();
  const ended = await again.exportOutcomes();
  expect(ended).toHaveLength(count);
  for (const { outcome, url } of ended) {
    expect(['deleted', 'already-gone']).toContain(outcome);
    expect(sandbox.exists(url ?? '')).toBe(false);
  }
});

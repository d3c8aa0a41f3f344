import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { ExtensionDriver } from '../drive/chromium/driver.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import type { Popup } from '../drive/popup/popup.ts';
import { deletable, deletions } from '../drive/sandbox-record.ts';

/**
 * Deletes the first image of the gallery.
 * @returns How it ended.
 */
async function deleteOne(
  popup: Popup,
  sandbox: Sandbox,
  address = deletable(sandbox, '/')[0] ?? '',
) {
  await popup.select(address);
  await popup.askToDelete();
  await popup.confirm();
  await popup.progressed(1);
  const [ended] = await popup.exportOutcomes();
  return { ...ended, address };
}

/**
 * Confirms the deletion of the first image of the gallery.
 * @returns Its address.
 */
async function confirmOne(popup: Popup, sandbox: Sandbox): Promise<string> {
  const [address = ''] = deletable(sandbox, '/');
  await popup.select(address);
  await popup.askToDelete();
  await popup.confirm();
  return address;
}

/** Brings the alarm of the worker forward, which is set for every minute. */
async function ringSoon(driver: ExtensionDriver): Promise<void> {
  const page = await driver.console();
  const name = 'unended-jobs';
  const every = await page.evaluate(
    async (one) => (await chrome.alarms.get(one))?.periodInMinutes,
    name,
  );
  expect(every).toBe(1);
  await page.evaluate(
    (one) => chrome.alarms.create(one, { when: Date.now() + 500, periodInMinutes: 1 }),
    name,
  );
}

const refusal = (popup: Popup) =>
  popup.page.getByRole('status').filter({ hasText: 'VOD refused the account' });

test('a wrong secret: the job pauses after one call, says what to do, and continues once corrected', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/', { accessKeySecret: 'NotTheSecretAtAll' });
  const address = await confirmOne(popup, sandbox);
  await expect(refusal(popup)).toContainText('secret does not match');
  await expect(refusal(popup)).toContainText('Enter both again');
  expect(sandbox.exists(address)).toBe(true);
  expect(deletions(sandbox)).toHaveLength(1);

  // Parts of the request that VOD repeats in its error are neither shown nor exported.
  expect(deletions(sandbox)[0]?.body).toContain(sandbox.accounts[0].accessKeyId);
  for (const text of [JSON.stringify(await popup.exportOutcomes()), await popup.page.content()]) {
    expect(text).not.toContain(sandbox.accounts[0].accessKeyId);
    expect(text).not.toContain('NotTheSecretAtAll');
  }

  await driver.saveAccount(sandbox.accounts[0]);
  await popup.progressed(1);
  expect((await popup.exportOutcomes())[0]?.outcome).toBe('deleted');
  expect(sandbox.exists(address)).toBe(false);
});

test('an unknown key', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/');
  await driver.saveAccount({
    ...sandbox.accounts[0],
    keys: [
      { label: 'full', accessKeyId: 'LTAI5tNobodyKnowsThis1', accessKeySecret: 'x'.repeat(30) },
    ],
  });
  await confirmOne(popup, sandbox);
  await expect(refusal(popup)).toContainText('does not know the AccessKey ID');
});

test('no permission: the missing action is named, and Stop ends the job', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/', { key: 'no-delete' });
  const address = await confirmOne(popup, sandbox);
  await expect(refusal(popup)).toContainText('vod:DeleteImage');
  await popup.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await popup.progressed(1);
  expect((await popup.exportOutcomes())[0]?.outcome).toBe('stopped');
  expect(sandbox.exists(address)).toBe(true);
});

test('one of several images is already gone: the others are deleted', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  const [gone = ''] = deletable(sandbox, '/');
  await deleteOne(popup, sandbox, gone);
  await popup.page.getByRole('tab', { name: 'On this page' }).click();
  await popup.page.getByRole('searchbox').fill('');
  await popup.selectAll();
  await popup.askToDelete();
  const count = await popup.confirm();
  await popup.progressed(1);

  const ended = await popup.exportOutcomes();
  expect(ended.filter(({ outcome }) => outcome === 'already-gone').map(({ url }) => url)).toEqual([
    gone,
  ]);
  expect(ended.filter(({ outcome }) => outcome === 'deleted')).toHaveLength(count - 1);
  await expect(popup.page.locator('body')).toContainText('VOD no longer has it');
});

test('a throttled job waits and continues', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/');
  sandbox.setFault('throttle', { times: 2, retryAfter: 300, action: 'DeleteImage' });
  const ended = await deleteOne(popup, sandbox);
  expect(ended.outcome).toBe('deleted');
  expect(deletions(sandbox).map(({ code }) => code)).toEqual([
    'Throttling.User',
    'Throttling.User',
    undefined,
  ]);
  const nonces = deletions(sandbox).map(({ nonce }) => nonce);
  expect(new Set(nonces).size).toBe(3);
});

test('a job continues after one answer 503', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/');
  sandbox.setFault('5xx', { times: 1, action: 'DeleteImage' });
  const ended = await deleteOne(popup, sandbox);
  expect(ended.outcome).toBe('deleted');
  expect(deletions(sandbox).map(({ status }) => status)).toEqual([503, 200]);
});

for (const resends of [false, true]) {
  test(`an answer lost${resends ? ', resent by the browser itself' : ''}: settled by asking again`, async ({
    driver,
    sandbox,
  }) => {
    const { popup } = await review(driver, sandbox, '/');
    sandbox.setFault('drop-answer', {
      times: 1,
      action: 'DeleteImage',
      ...(resends && { resends }),
    });
    const ended = await deleteOne(popup, sandbox);
    expect(ended.outcome).toBe('already-gone');
    expect(ended.reason).toContain('gone-after-lost-answer');
    expect(sandbox.exists(ended.address)).toBe(false);
    await expect(popup.page.locator('body')).toContainText('An answer was lost');
  });
}

test('without any answer the job waits; after Stop it says that the outcome is unknown, and what to do', async ({
  driver,
  sandbox,
}) => {
  const { popup } = await review(driver, sandbox, '/');
  sandbox.setFault('drop-answer', { times: 0, action: 'DeleteImage' });
  await confirmOne(popup, sandbox);
  await expect(popup.page.getByText('VOD does not answer')).toBeVisible({ timeout: 60_000 });
  await popup.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await popup.progressed(1);
  expect((await popup.exportOutcomes())[0]?.outcome).toBe('unknown');
  sandbox.clearFaults();
  await popup.page.getByRole('button', { name: 'Retry failed' }).click();
  await popup.confirm();
  await popup.progressed(1);
  expect((await popup.exportOutcomes())[0]?.outcome).toBe('already-gone');
});

test('a worker killed in the grace period is started by the alarm, and carries out the job', async ({
  driver,
  sandbox,
}) => {
  test.slow();
  const { popup, site } = await review(driver, sandbox, '/');
  await driver.setGrace(5);
  const address = await confirmOne(popup, sandbox);
  await popup.page.close();
  // A report of the page would also start the worker.
  await site.close();
  await driver.killWorker();
  expect(deletions(sandbox)).toEqual([]);
  await ringSoon(driver);
  await expect.poll(() => sandbox.exists(address), { timeout: 60_000 }).toBe(false);
  expect(deletions(sandbox)).toHaveLength(1);
});

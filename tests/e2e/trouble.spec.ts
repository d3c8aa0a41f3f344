import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Popup } from '../../scripts/tour/popup.ts';
import { expect, test } from './fixture.ts';
import { deletable, deletions, review } from './steps.ts';

/** Deletes the first image of the gallery and gives how it ended. */
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

test('a wrong secret: failed, nothing deleted, and what to do', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/', { accessKeySecret: 'NotTheSecretAtAll' });
  const ended = await deleteOne(popup, sandbox);
  expect(ended.outcome).toBe('failed');
  expect(sandbox.exists(ended.address)).toBe(true);
  await expect(popup.page.locator('body')).toContainText('secret does not match');
  await expect(popup.page.locator('body')).toContainText('Enter both again');
});

test('what VOD echoes of a wrong secret is not shown or exported', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/', { accessKeySecret: 'NotTheSecretAtAll' });
  const ended = await deleteOne(popup, sandbox);
  expect(deletions(sandbox)[0]?.body).toContain(sandbox.accounts[0].accessKeyId);
  for (const text of [JSON.stringify(ended), await popup.page.content()]) {
    expect(text).not.toContain(sandbox.accounts[0].accessKeyId);
    expect(text).not.toContain('NotTheSecretAtAll');
  }
});

test('an unknown key', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/');
  await driver.saveAccount({
    ...sandbox.accounts[0],
    keys: [
      { label: 'full', accessKeyId: 'LTAI5tNobodyKnowsThis1', accessKeySecret: 'x'.repeat(30) },
    ],
  });
  const ended = await deleteOne(popup, sandbox);
  expect(ended.outcome).toBe('failed');
  await expect(popup.page.locator('body')).toContainText('does not know the AccessKey ID');
});

test('no permission: names the action that is missing', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/', { key: 'no-delete' });
  const ended = await deleteOne(popup, sandbox);
  expect(ended.outcome).toBe('failed');
  expect(sandbox.exists(ended.address)).toBe(true);
  await expect(popup.page.locator('body')).toContainText('vod:DeleteImage');
});

test('one of several already gone: the others are deleted', async ({ driver, sandbox }) => {
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

test('throttled: waits and goes on', async ({ driver, sandbox }) => {
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

test('503 then fine', async ({ driver, sandbox }) => {
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

test('no answer at all: not known, and how to settle it', async ({ driver, sandbox }) => {
  const { popup } = await review(driver, sandbox, '/');
  sandbox.setFault('drop-answer', { times: 0, action: 'DeleteImage' });
  const ended = await deleteOne(popup, sandbox);
  expect(ended.outcome).toBe('unknown');
  sandbox.clearFaults();
  await popup.page.getByRole('button', { name: 'Retry failed' }).click();
  await popup.confirm();
  await popup.progressed(1);
  expect((await popup.exportOutcomes())[0]?.outcome).toBe('already-gone');
});

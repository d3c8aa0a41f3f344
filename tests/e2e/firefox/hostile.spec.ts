import { expect, review, test } from '../../drive/firefox/fixture.ts';
import { deletions } from '../../drive/sandbox-record.ts';

test('a content script can only report, and cannot read the key', async ({ driver, sandbox }) => {
  const { tabId } = await review(driver, sandbox, '/');
  const [acme] = sandbox.accounts;
  const seen = await driver.asContentScript(tabId, [
    { command: 'saveAccount', input: {} },
    { command: 'forgetKey', input: { accountId: 'acme' } },
    { command: 'startJob', input: {} },
    { command: 'askAbout', input: {} },
    { command: 'listImages', input: {} },
    { command: 'spotPage', input: { tabId } },
    { command: 'reportSightings', input: { garbage: true } },
  ]);
  expect(seen.codes).toEqual([...Array(6).fill('refused'), 'invalid']);
  expect(seen.local).toContain('ownHosts');
  expect(seen.session).toBe('refused');
  expect(JSON.stringify(seen)).not.toContain(acme.accessKeySecret);
  expect(deletions(sandbox)).toEqual([]);
});

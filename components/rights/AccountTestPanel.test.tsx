// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acme } from '../../tests/components/fixtures.ts';
import { byRole, click, fieldOf, settle, show } from '../../tests/components/page.ts';
import { worker } from '../../tests/components/worker.ts';
import { testAccount } from '../../utils/rights/commands.ts';
import { actionsFor } from '../../utils/rights/policy.ts';
import { ACTIONS, type AccountTest } from '../../utils/rights/results.ts';
import { AccountTestPanel } from './AccountTestPanel.tsx';

const copyLines = vi.hoisted(() => vi.fn());
vi.mock('../shared/take-away.ts', () => ({ copyLines }));

const notKnown = Object.fromEntries(
  ACTIONS.map((action) => [action, 'not-known']),
) as AccountTest['actions'];

const result: AccountTest = {
  at: 0,
  checks: { reachable: 'yes', clock: 'no', key: 'yes', signature: 'yes' },
  actions: {
    ...notKnown,
    'vod:DeleteImage': 'not-known',
    'vod:GetImageInfos': 'yes',
    'vod:ListSnapshots': 'no',
    'vod:DescribeVodUserDomains': 'yes',
    'vod:RefreshVodObjectCaches': 'not-known',
    'vod:DescribeVodRefreshTasks': 'yes',
    'vod:DescribeVodRefreshQuota': 'yes',
  },
  skewMs: 120_000,
};
const panel = async (answer = result) => {
  worker.answers(testAccount, answer);
  await show(<AccountTestPanel account={acme} onClose={vi.fn()} />);
  await settle();
};
const text = () => document.body.textContent ?? '';
const rowOf = (words: string) => {
  const rows = [...document.querySelectorAll('tr')];
  return rows.find((row) => row.textContent?.includes(words))?.textContent ?? '';
};

beforeEach(() => {
  copyLines.mockReset();
  copyLines.mockResolvedValue(undefined);
});

describe('AccountTestPanel', () => {
  it('tests at once, and shows every answer as a symbol and a word', async () => {
    await panel();
    expect(worker.sent()).toEqual([['testAccount', { accountId: 'a' }]]);
    expect(rowOf('VOD can be reached')).toContain('✓ Yes');
    expect(rowOf('vod:ListSnapshots')).toContain('✕ No');
    expect(rowOf('vod:DeleteImage')).toContain('? Not known');
    expect(rowOf('clock is right')).toContain('120 s behind VOD’s');
    expect(text()).not.toContain('STS token is valid');
    expect(text()).toContain('only a real deletion');
    expect(document.querySelectorAll('tr')).toHaveLength(4 + ACTIONS.length);
  });

  it('says in plain words what went wrong, with the message of VOD', async () => {
    await panel({
      ...result,
      fault: { kind: 'signature', code: 'SignatureDoesNotMatch', message: 'No.', requestId: 'R-1' },
    });
    expect(text()).toContain('The AccessKey secret does not match its ID.');
    expect(text()).toContain('SignatureDoesNotMatch: No. (RequestId R-1)');
  });

  it.each([
    ['locked', 'the vault, which is locked'],
    ['no-key', 'no key to test'],
    ['expired', 'has expired'],
    ['uri', 'gave no key'],
  ] as const)('says why nothing was tested: %s', async (noKey, words) => {
    await panel({ ...result, noKey });
    expect(text()).toContain(words);
    expect(document.querySelector('table')).toBeNull();
  });

  it('says that no answer came, and tests again on a press', async () => {
    worker.fails();
    await show(<AccountTestPanel account={acme} onClose={vi.fn()} />);
    await settle();
    expect(byRole('alert').textContent).toContain('did not answer');
    worker.answers(testAccount, result);
    await click(byRole('button', 'Test again'));
    await settle();
    expect(rowOf('VOD can be reached')).toContain('Yes');
  });
});

describe('the policy', () => {
  it('allows only what is selected, and can be copied', async () => {
    await panel();
    await click(fieldOf('Purge cached copies'));
    await click(fieldOf('Find the account’s domains'));
    await click(byRole('button', 'Copy the policy'));
    await settle();
    const policy = JSON.parse(copyLines.mock.calls[0]?.[0][0]);
    const allowed = policy.Statement[0].Action;
    expect(allowed).toEqual(actionsFor(['delete', 'ask']));
    expect(allowed).toEqual(
      expect.arrayContaining(['vod:DeleteImage', 'vod:GetImageInfos', 'vod:ListSnapshots']),
    );
    expect(text()).toContain('The policy is copied.');
  });

  it('cannot be copied when it allows nothing', async () => {
    await panel();
    for (const name of ['Delete', 'Look', 'Find', 'Purge']) await click(fieldOf(name));
    expect(byRole('button', 'Copy the policy')).toHaveProperty('disabled', true);
  });
});

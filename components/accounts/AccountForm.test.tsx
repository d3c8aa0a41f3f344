// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { NEW_ACCOUNT } from '../../utils/vault/account.ts';
import type { AccountState } from '../../utils/vault/accounts.ts';
import { byRole, show } from '../shared/testing.ts';
import { AccountForm } from './AccountForm.tsx';

vi.mock('../../utils/browser/i18n.ts', async () => (await import('../shared/testing.ts')).i18n);

const send = vi.hoisted(() => vi.fn());
vi.mock('../../utils/browser/messages.ts', async (original) => ({
  ...(await original<typeof import('../../utils/browser/messages.ts')>()),
  send,
}));

const state: AccountState = {
  account: {
    ...NEW_ACCOUNT,
    id: 'a',
    name: 'Acme',
    region: 'cn-shanghai',
    ownDomains: ['img.example.com'],
  },
  keyState: 'absent',
  managed: false,
};
const save = () =>
  act(async () => {
    const submit = new Event('submit', { bubbles: true, cancelable: true });
    document.querySelector('form')?.dispatchEvent(submit);
    await new Promise((resolve) => setTimeout(resolve));
  });
const sent = () => send.mock.calls.map(([command, input]) => [command.name, input]);

beforeEach(async () => {
  send.mockReset();
  await show(<AccountForm state={state} newId="b" grace={7} />);
});

it('sets the seconds of grace once the account is saved', async () => {
  send.mockResolvedValue(undefined);
  await save();
  expect(sent()).toEqual([
    ['saveAccount', { account: state.account }],
    ['saveGrace', { seconds: 7 }],
  ]);
  expect(byRole('status', 'Saved').textContent).toBe('Saved');
});

it('sets nothing when the account could not be saved', async () => {
  send.mockRejectedValue(new Error('no answer'));
  await save();
  expect(sent().map(([name]) => name)).toEqual(['saveAccount']);
  expect(byRole('alert').textContent).toContain('nothing may be saved');
});

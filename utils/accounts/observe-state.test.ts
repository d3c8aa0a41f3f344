import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sleep } from '../async/sleep.ts';
import { credentialsOf, FEW_ROUNDS, PASSPHRASE } from '../keys/testing.ts';
import { lock, makeVault, removeVault, unlock } from '../keys/vault/vault.ts';
import { observeAccounts, observeCurrentAccount } from './observe-state.ts';
import { removeAccount, saveAccount, useAccount } from './saving.ts';
import type { AccountsState } from './state.ts';
import { accountOf, inVault } from './testing.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
});

/** The latest that an observer was told. */
function observed(): { latest: AccountsState | undefined; end: () => void } {
  const told: { latest: AccountsState | undefined; end: () => void } = {
    latest: undefined,
    end: observeAccounts((state) => {
      told.latest = state;
    }),
  };
  return told;
}

it('reports every change at once', async () => {
  const told = observed();
  const sees = (what: object) => vi.waitFor(() => expect(told.latest).toMatchObject(what));
  await sees({ accounts: [], vault: { state: 'none' } });
  expect(told.latest).not.toHaveProperty('current');
  await makeVault(PASSPHRASE, FEW_ROUNDS);
  await sees({ vault: { state: 'unlocked', holds: [] } });
  await saveAccount(accountOf('a', inVault), credentialsOf('a'));
  await sees({ current: { account: { id: 'a' }, keyState: 'ready', managed: false } });
  await lock([]);
  await sees({ vault: { state: 'locked', holds: ['a'] }, current: { keyState: 'locked' } });
  await unlock(PASSPHRASE);
  await sees({ vault: { state: 'unlocked' }, current: { keyState: 'ready' } });
  await saveAccount(accountOf('b'));
  await sees({ current: { account: { id: 'b' }, keyState: 'absent' } });
  await useAccount('a');
  await sees({ current: { account: { id: 'a' } } });
  await removeAccount('a');
  await sees({ current: { account: { id: 'b' } }, vault: { holds: [] } });
  await removeVault();
  await sees({ vault: { state: 'none' } });
  told.end();
  await useAccount('nobody');
  await saveAccount(accountOf('c'));
  await sleep(20);
  expect(told.latest?.accounts).toHaveLength(1);
});

it('reports without a write when a token expires and when a passphrase may be tried', async () => {
  vi.useFakeTimers();
  const told = observed();
  const expiresAt = Date.now() + 5000;
  await saveAccount(accountOf('a'), { ...credentialsOf('a'), securityToken: 't', expiresAt });
  await vi.advanceTimersByTimeAsync(4990);
  expect(told.latest?.current).toMatchObject({ keyState: 'ready', expiresAt });
  await vi.advanceTimersByTimeAsync(20);
  expect(told.latest?.current?.keyState).toBe('expired');

  await makeVault(PASSPHRASE, FEW_ROUNDS);
  await lock([]);
  for (let time = 0; time < 4; time += 1) await unlock('wrong');
  await vi.advanceTimersByTimeAsync(0);
  expect(told.latest?.vault).toHaveProperty('nextTryAt');
  await vi.advanceTimersByTimeAsync(2000);
  expect(told.latest?.vault).not.toHaveProperty('nextTryAt');
  told.end();
  vi.useRealTimers();
});

it('can report only the current account', async () => {
  const names: (string | undefined)[] = [];
  const end = observeCurrentAccount((current) => names.push(current?.account.name));
  await vi.waitFor(() => expect(names).toEqual([undefined]));
  await saveAccount(accountOf('a'));
  await vi.waitFor(() => expect(names.at(-1)).toBe('Account a'));
  end();
});

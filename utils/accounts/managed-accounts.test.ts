import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readOwnHosts } from '../browser/own-hosts.ts';
import { lock, makeVault, unlock } from '../keys/vault/vault.ts';
import { type Account, NEW_ACCOUNT } from './account.ts';
import { accountById } from './accounts.ts';
import { storedAccounts } from './items.ts';
import { lookUp } from './look-up.ts';
import { accountsState } from './read-state.ts';
import { followManaged, importAccounts, removeAccount, saveAccount, useAccount } from './saving.ts';

const own: Account = {
  ...NEW_ACCOUNT,
  id: 'own',
  name: 'Own',
  region: 'cn-shanghai',
  ownDomains: ['img.own.example'],
};
const theirs: Account = { ...own, id: 'team', name: 'Team', ownDomains: ['img.team.example'] };
const typed = { accessKeyId: 'LTAIteamteamteamteamteam', accessKeySecret: 'team-secret' };

const administer = (settings: object) => fakeBrowser.storage.managed.set(settings);

beforeEach(() => fakeBrowser.reset());

it('puts accounts of an administrator first, and makes the first of them current', async () => {
  await administer({ accounts: [theirs] });
  await followManaged();
  const { accounts, current } = await accountsState();
  expect(accounts.map(({ account, managed }) => [account.id, managed])).toEqual([['team', true]]);
  expect(current?.account.id).toBe('team');
  expect(await readOwnHosts()).toEqual(['img.team.example']);
});

it('keeps the key of a managed account, and not the account', async () => {
  await administer({ accounts: [theirs] });
  expect(await saveAccount(theirs, typed)).toBeUndefined();
  expect(await storedAccounts.getValue()).toEqual([]);
  expect(await lookUp('team')).toMatchObject({ ok: true });
  expect((await accountsState()).current?.keyState).toBe('ready');
});

it('changes nothing else of a managed account, and removes none', async () => {
  await administer({ accounts: [theirs] });
  expect(await saveAccount({ ...theirs, ownDomains: ['img.mine.example'] }, typed)).toBe('managed');
  expect(await lookUp('team')).toMatchObject({ ok: false, why: 'no-key' });
  await removeAccount('team');
  expect((await accountById('team'))?.ownDomains).toEqual(['img.team.example']);
});

it('switches between own and managed accounts', async () => {
  await administer({ accounts: [theirs] });
  await saveAccount(own);
  await useAccount('team');
  expect(await readOwnHosts()).toEqual(['img.team.example']);
  await useAccount('own');
  expect(await readOwnHosts()).toEqual(['img.own.example']);
});

it('accepts no own accounts while the list is locked', async () => {
  await saveAccount(own);
  await administer({ accounts: [theirs], locked: ['accounts'] });
  await followManaged();
  expect((await accountsState()).accounts.map(({ account }) => account.id)).toEqual(['team']);
  expect(await readOwnHosts()).toEqual(['img.team.example']);
  expect(await saveAccount({ ...own, id: 'more' })).toBe('managed');
  await expect(importAccounts([own])).rejects.toThrow();
  expect(await accountById('own')).toBeUndefined();
});

it('holds every account to the limits of an administrator', async () => {
  await saveAccount(own);
  await administer({ largestJob: 50, deletions: { byVideo: false } });
  expect((await accountById('own'))?.limits).toEqual({ largestJob: 50, byVideo: false });
});

it('unlocks, locks and holds the key of a managed account in the vault like any other', async () => {
  const inVault: Account = { ...theirs, key: { from: 'vault' } };
  await administer({ accounts: [inVault] });
  await makeVault('glacier unfold barista nimbly', 1000);
  expect(await saveAccount(inVault, typed)).toBeUndefined();
  await lock([{ jobId: 'job', accountId: 'team' }]);
  expect((await accountsState()).current?.keyState).toBe('locked');
  expect(await lookUp('team', 'job')).toMatchObject({ ok: true });
  expect(await lookUp('team')).toMatchObject({ ok: false, why: 'locked' });

  expect(await unlock('glacier unfold barista nimbly')).toMatchObject({ ok: true });
  expect((await accountsState()).current).toMatchObject({
    keyState: 'ready',
    keyHint: 'LTAI…team',
  });
});

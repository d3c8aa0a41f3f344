import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readOwnHosts } from '../browser/own-hosts.ts';
import { heldCredentials, typedCredentials, vaultRecord } from '../keys/items.ts';
import { credentialsOf, FEW_ROUNDS, PASSPHRASE } from '../keys/testing.ts';
import { lock, makeVault, unlock } from '../keys/vault/vault.ts';
import type { Account } from './account.ts';
import { accountById } from './accounts.ts';
import { storedAccounts } from './items.ts';
import { lookUp } from './look-up.ts';
import { accountsState } from './read-state.ts';
import {
  forgetKey,
  importAccounts,
  removeAccount,
  saveAccount,
  tidySession,
  useAccount,
} from './saving.ts';
import { accountOf, failWrites, inVault, keyAt } from './testing.ts';

beforeEach(() => fakeBrowser.reset());

const ids = async () => (await accountsState()).accounts.map(({ account }) => account.id);
const currentId = async () => (await accountsState()).current?.account.id;
const secretOf = async (id: string) => (await keyAt(id))?.credentials.accessKeySecret.reveal();
const held = async () => (await accountsState()).vault.holds;
const inUri = {
  key: { from: 'uri', uri: 'https://keys.example/acme' },
} as const satisfies Partial<Account>;

describe('accounts', () => {
  it('keep their order; what is saved becomes current', async () => {
    await saveAccount(accountOf('a'));
    await saveAccount(accountOf('b'));
    await saveAccount(accountOf('a', { name: 'Renamed' }));
    expect(await ids()).toEqual(['a', 'b']);
    expect((await accountsState()).current?.account.name).toBe('Renamed');
    await useAccount('b');
    expect(await currentId()).toBe('b');
    await useAccount('nobody');
    expect(await currentId()).toBe('b');
  });

  it('keep their keys apart when another becomes current', async () => {
    await saveAccount(accountOf('a'), credentialsOf('a'));
    await saveAccount(accountOf('b'), credentialsOf('b'));
    await useAccount('a');
    expect(await secretOf('a')).toBe(credentialsOf('a').accessKeySecret);
    expect(await secretOf('b')).toBe(credentialsOf('b').accessKeySecret);
  });

  it('tell content scripts the own hosts of the current one, whatever changes', async () => {
    await saveAccount(accountOf('a'));
    expect(await readOwnHosts()).toEqual(['a.example']);
    await saveAccount(accountOf('b'));
    expect(await readOwnHosts()).toEqual(['b.example']);
    await useAccount('a');
    expect(await readOwnHosts()).toEqual(['a.example']);
    await saveAccount(accountOf('a', { ownDomains: ['more.example'] }));
    expect(await readOwnHosts()).toEqual(['more.example']);
    await removeAccount('a');
    expect(await readOwnHosts()).toEqual(['b.example']);
    await removeAccount('b');
    expect(await readOwnHosts()).toEqual([]);
    await importAccounts([accountOf('c')]);
    expect(await readOwnHosts()).toEqual(['c.example']);
  });

  it('are removed with their keys, wherever those are', async () => {
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf('a', inVault), credentialsOf('a'));
    await saveAccount(accountOf('b'), credentialsOf('b'));
    await lock([{ jobId: 'job', accountId: 'a' }]);
    await removeAccount('a');
    await removeAccount('b');
    expect(await ids()).toEqual([]);
    expect(await currentId()).toBeUndefined();
    expect(await held()).toEqual([]);
    expect(await typedCredentials.getValue()).toEqual({});
    expect(await heldCredentials.getValue()).toEqual({});
    await saveAccount(accountOf('b'));
    expect(await secretOf('b')).toBeUndefined();
  });

  it('that are imported change none that is there', async () => {
    await saveAccount(accountOf('a'), credentialsOf('a'));
    await importAccounts([accountOf('a', { name: 'Other' }), accountOf('b'), accountOf('b')]);
    const { accounts, current } = await accountsState();
    expect(accounts).toHaveLength(4);
    expect(new Set(accounts.map(({ account }) => account.id)).size).toBe(4);
    expect(current?.account.name).toBe('Account a');
    const other = accounts.find(({ account }) => account.name === 'Other');
    expect(other?.keyState).toBe('absent');
  });

  it('of the first form get colour, key source and limits, and keep the rest', async () => {
    const { colour: _c, key: _k, limits: _l, ...first } = accountOf('a');
    await fakeBrowser.storage.local.set({ accounts: [first], currentAccount: 'a' });
    await storedAccounts.migrate();
    expect(await accountById('a')).toEqual(accountOf('a'));
    await saveAccount(accountOf('a', { colour: 'red' }));
    await storedAccounts.migrate();
    expect((await accountById('a'))?.colour).toBe('red');
  });
});

describe('a key that changes places', () => {
  it('moves with its account from the session into the vault and back', async () => {
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf('a'), credentialsOf('a'));
    expect(await saveAccount(accountOf('a', inVault))).toBeUndefined();
    expect(await typedCredentials.getValue()).toEqual({});
    expect(await held()).toEqual(['a']);
    expect((await accountsState()).current).toMatchObject({
      keyState: 'ready',
      keyHint: 'LTAI…0000',
    });

    expect(await saveAccount(accountOf('a'))).toBeUndefined();
    expect(await held()).toEqual([]);
    expect(await typedCredentials.getValue()).toEqual({ a: credentialsOf('a') });
    expect((await accountsState()).current).toMatchObject({
      keyState: 'ready',
      keyHint: 'LTAI…0000',
    });
  });

  it('stays where it is, and the account as it was, while the vault is locked or none', async () => {
    await saveAccount(accountOf('a'), credentialsOf('a'));
    expect(await saveAccount(accountOf('a', inVault))).toBe('no-vault');
    expect(await saveAccount(accountOf('a', inVault), credentialsOf('b'))).toBe('no-vault');
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf('v', inVault), credentialsOf('v'));
    await lock([]);
    expect(await saveAccount(accountOf('a', inVault))).toBe('locked');
    expect(await saveAccount(accountOf('n', inVault), credentialsOf('n'))).toBe('locked');
    expect(await saveAccount(accountOf('v'))).toBe('locked');
    expect(await ids()).toEqual(['a', 'v']);
    expect(await secretOf('a')).toBe(credentialsOf('a').accessKeySecret);
    await unlock(PASSPHRASE);
    expect(await secretOf('v')).toBe(credentialsOf('v').accessKeySecret);
  });

  it('lets the account be changed while the vault is locked, if the key is not touched', async () => {
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf('v', inVault), credentialsOf('v'));
    await lock([]);
    expect(await saveAccount(accountOf('v', { ...inVault, name: 'Renamed' }))).toBeUndefined();
    expect((await accountsState()).current).toMatchObject({ keyState: 'locked' });
    // What is typed for the session takes the place of what is in the vault, unseen.
    expect(await saveAccount(accountOf('v'), credentialsOf('new'))).toBeUndefined();
    expect(await held()).toEqual([]);
    expect(await secretOf('v')).toBe(credentialsOf('new').accessKeySecret);
  });

  it('is removed when a credentials URI replaces it, and does not come back afterwards', async () => {
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf('a'), credentialsOf('a'));
    await saveAccount(accountOf('a', inUri));
    expect(await typedCredentials.getValue()).toEqual({});
    expect((await accountsState()).current).toMatchObject({
      keyState: 'on-demand',
      keyHint: 'keys.example/acme',
    });
    await saveAccount(accountOf('a'));
    expect((await accountsState()).current?.keyState).toBe('absent');
    await saveAccount(accountOf('a', inVault), credentialsOf('a'));
    await saveAccount(accountOf('a', inUri));
    expect(await held()).toEqual([]);
  });

  it.each([
    ['session to vault', {}, inVault],
    ['vault to session', inVault, {}],
  ])('from %s is in one of the two, whichever write fails', async (_way, from, to) => {
    for (const options of [{ carriedOut: false }, { carriedOut: true }, { onlyThat: true }]) {
      for (let number = 0; ; number += 1) {
        fakeBrowser.reset();
        await makeVault(PASSPHRASE, FEW_ROUNDS);
        await saveAccount(accountOf('a', from), credentialsOf('a'));
        const writes = failWrites(number, options);
        await saveAccount(accountOf('a', to)).catch(() => {});
        const count = writes.count();
        writes.end();

        // A worker that starts again.
        await tidySession();
        await unlock(PASSPHRASE);
        expect(await secretOf('a')).toBe(credentialsOf('a').accessKeySecret);
        const places = [...(await held()), ...Object.keys(await typedCredentials.getValue())];
        expect(places).toEqual(['a']);
        if (count <= number) break;
      }
    }
  });

  it('is forgotten in the vault too, also while that is locked', async () => {
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf('a', inVault), credentialsOf('a'));
    await saveAccount(accountOf('b', inVault), credentialsOf('b'));
    await lock([]);
    await forgetKey('a');
    await unlock(PASSPHRASE);
    expect(await lookUp('a')).toEqual({ ok: false, why: 'no-key' });
    expect(await secretOf('b')).toBe(credentialsOf('b').accessKeySecret);
  });
});

describe('a typed token', () => {
  it('ends when it was said to end', async () => {
    const token = { ...credentialsOf('a'), securityToken: 'token' };
    await saveAccount(accountOf('a'), { ...token, expiresAt: Date.now() + 60_000 });
    expect((await accountsState()).current).toMatchObject({
      keyState: 'ready',
      expiresAt: expect.any(Number),
    });
    expect((await keyAt('a'))?.credentials.securityToken?.reveal()).toBe('token');
    await saveAccount(accountOf('a'), { ...token, expiresAt: Date.now() - 1 });
    expect((await accountsState()).current?.keyState).toBe('expired');
    expect(await lookUp('a')).toEqual({ ok: false, why: 'expired' });
    await saveAccount(accountOf('a'), token);
    expect((await accountsState()).current?.keyState).toBe('ready');
  });
});

describe('what is stored', () => {
  it('holds the account and no more of the vault than its record', async () => {
    await makeVault(PASSPHRASE, FEW_ROUNDS);
    await saveAccount(accountOf('a', inVault), credentialsOf('a'));
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).sort()).toEqual([
      'accounts',
      'accounts$',
      'currentAccount',
      'ownHosts',
      'vault',
    ]);
    expect(await vaultRecord.getValue()).not.toHaveProperty('key');
  });
});

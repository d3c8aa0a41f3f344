import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { heldCredentials, vaultKey, vaultRecord, vaultTries } from '../keys/items.ts';
import { credentialsOf, FEW_ROUNDS, PASSPHRASE } from '../keys/testing.ts';
import {
  changePassphrase,
  lock,
  makeVault,
  recountWait,
  releaseHeld,
  removeVault,
  unlock,
} from '../keys/vault/vault.ts';
import { vaultLocking } from '../settings/settings.ts';
import { lookUp } from './look-up.ts';
import { accountsState } from './read-state.ts';
import { forgetKey, saveAccount } from './saving.ts';
import { accountOf, failWrites, inVault, keyAt } from './testing.ts';

const derivations = vi.spyOn(crypto.subtle, 'deriveBits');

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
});

const make = () => makeVault(PASSPHRASE, FEW_ROUNDS);
const vaultState = async () => (await accountsState()).vault;

/** A vault with the credentials of these accounts, unlocked. */
async function makeWith(...ids: string[]): Promise<void> {
  await make();
  for (const id of ids) await saveAccount(accountOf(id, inVault), credentialsOf(id));
}

async function wrong(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect(await unlock('wrong')).toMatchObject({ ok: false, why: 'wrong' });
  }
}

describe('the vault', () => {
  it('is absent, then unlocked, locked, unlocked again, and absent when it is removed', async () => {
    expect(await vaultState()).toEqual({ state: 'none', holds: [] });
    await makeWith('a', 'b');
    expect(await vaultState()).toEqual({ state: 'unlocked', holds: ['a', 'b'] });
    await lock([]);
    expect(await vaultState()).toEqual({ state: 'locked', holds: ['a', 'b'] });
    expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(await vaultState()).toEqual({ state: 'unlocked', holds: ['a', 'b'] });
    await removeVault();
    expect(await vaultState()).toEqual({ state: 'none', holds: [] });
    expect(await unlock(PASSPHRASE)).toEqual({ ok: false, why: 'no-vault' });
    const { accounts } = await accountsState();
    expect(accounts.map(({ keyState }) => keyState)).toEqual(['absent', 'absent']);
  });

  it('provides keys while it is unlocked, and neither key nor hint while it is locked', async () => {
    await makeWith('a');
    expect((await keyAt('a'))?.credentials.accessKeySecret.reveal()).toBe(
      credentialsOf('a').accessKeySecret,
    );
    expect((await accountsState()).accounts[0]).toMatchObject({
      keyState: 'ready',
      keyHint: 'LTAI…0000',
    });
    await lock([]);
    expect(await lookUp('a')).toEqual({ ok: false, why: 'locked' });
    const [locked] = (await accountsState()).accounts;
    expect(locked?.keyState).toBe('locked');
    expect(locked).not.toHaveProperty('keyHint');
    expect(await vaultKey.getValue()).toBeNull();
    await unlock(PASSPHRASE);
    expect((await accountsState()).accounts[0]?.keyHint).toBe('LTAI…0000');
  });

  it('leaves the keys of other accounts alone when it locks', async () => {
    await makeWith('a');
    await saveAccount(accountOf('b'), credentialsOf('b'));
    await lock([]);
    expect(await keyAt('b')).toBeDefined();
    expect((await accountsState()).current).toMatchObject({
      keyState: 'ready',
      keyHint: 'LTAI…0000',
    });
  });

  it('is not made again when there is one', async () => {
    await makeWith('a');
    await expect(makeVault('other', FEW_ROUNDS)).rejects.toThrow();
    await vaultRecord.setValue({ version: 7 });
    await expect(makeVault('other', FEW_ROUNDS)).rejects.toThrow();
    expect(await vaultRecord.getValue()).toEqual({ version: 7 });
  });

  it('says that it is damaged, leaves it so, and can be removed', async () => {
    await makeWith('a');
    const damaged = { version: 1, some: 'thing' };
    await vaultRecord.setValue(damaged);
    expect(await vaultState()).toEqual({ state: 'locked', damaged: true, holds: [] });
    expect((await accountsState()).accounts[0]?.keyState).toBe('locked');
    expect(await lookUp('a')).toEqual({ ok: false, why: 'locked' });
    expect(await unlock(PASSPHRASE)).toEqual({ ok: false, why: 'damaged' });
    expect(await changePassphrase(PASSPHRASE, 'x')).toEqual({ ok: false, why: 'damaged' });
    expect(await saveAccount(accountOf('b', inVault), credentialsOf('b'))).toBe('locked');
    expect(await saveAccount(accountOf('a'))).toBe('locked');
    await forgetKey('a');
    await lock([]);
    expect(await vaultRecord.getValue()).toEqual(damaged);
    await removeVault();
    expect(await vaultState()).toEqual({ state: 'none', holds: [] });
  });
});

describe('a wrong passphrase', () => {
  it('is reported, and waits grow from the fourth on', async () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
    await make();
    await lock([]);
    await wrong(3);
    expect(await vaultState()).not.toHaveProperty('nextTryAt');
    expect(await unlock('wrong')).toEqual({ ok: false, why: 'wrong', nextTryAt: 1_002_000 });
    expect((await vaultState()).nextTryAt).toBe(1_002_000);

    derivations.mockClear();
    const early = { ok: false, why: 'too-soon', nextTryAt: 1_002_000 };
    expect(await unlock(PASSPHRASE)).toEqual(early);
    expect(await changePassphrase(PASSPHRASE, 'x', FEW_ROUNDS)).toEqual(early);
    expect(derivations).not.toHaveBeenCalled();

    vi.setSystemTime(1_002_000);
    expect(await unlock('wrong')).toEqual({ ok: false, why: 'wrong', nextTryAt: 1_006_000 });
    vi.setSystemTime(1_006_000);
    expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(await vaultTries.getValue()).toBeNull();
  });

  it('counts although the worker is killed while it is looked at', async () => {
    await make();
    await lock([]);
    derivations.mockImplementation(() => Promise.reject(new Error('The worker was killed')));
    for (let time = 0; time < 4; time += 1) await expect(unlock('wrong')).rejects.toThrow();
    derivations.mockRestore();
    expect(await unlock(PASSPHRASE)).toMatchObject({ ok: false, why: 'too-soon' });
  });

  it('is not looked at when the try cannot be counted', async () => {
    await make();
    await lock([]);
    const looked = vi.spyOn(crypto.subtle, 'deriveBits');
    const writes = failWrites(0);
    await expect(unlock(PASSPHRASE)).rejects.toThrow();
    writes.end();
    expect(looked).not.toHaveBeenCalled();
    looked.mockRestore();
  });

  it('counts once for each of several at once', async () => {
    await make();
    await lock([]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => unlock('wrong')));
    expect(answers.map((one) => (one.ok ? '' : one.why))).toEqual([
      'wrong',
      'wrong',
      'wrong',
      'wrong',
      'too-soon',
      'too-soon',
    ]);
    expect((await vaultTries.getValue())?.count).toBe(4);
  });

  it('does not wait less, nor for ever, when the clock is set back', async () => {
    vi.useFakeTimers({ now: 2_000_000_000, toFake: ['Date'] });
    await make();
    await lock([]);
    await wrong(4);
    vi.setSystemTime(1_000);
    expect(await unlock(PASSPHRASE)).toEqual({ ok: false, why: 'too-soon', nextTryAt: 3_000 });
    vi.setSystemTime(2_999);
    expect(await unlock(PASSPHRASE)).toMatchObject({ ok: false, why: 'too-soon' });
    vi.setSystemTime(3_000);
    expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
  });

  it('is waited for from the worker’s start when the clock was set back before', async () => {
    vi.useFakeTimers({ now: 2_000_000_000, toFake: ['Date'] });
    await make();
    await lock([]);
    await wrong(4);
    vi.setSystemTime(1_000);
    await recountWait();
    vi.setSystemTime(3_000);
    expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
  });
});

describe('a change of the passphrase', () => {
  it('requires the old one, and leaves the vault locked or unlocked as it was', async () => {
    await makeWith('a', 'b');
    expect(await changePassphrase('wrong', 'new', FEW_ROUNDS)).toMatchObject({ why: 'wrong' });
    expect(await changePassphrase(PASSPHRASE, 'new', FEW_ROUNDS)).toEqual({ ok: true });
    expect((await vaultState()).state).toBe('unlocked');
    expect((await keyAt('b'))?.credentials.accessKeyId).toBe(credentialsOf('b').accessKeyId);
    await lock([]);
    expect(await changePassphrase('new', 'newer', FEW_ROUNDS)).toEqual({ ok: true });
    expect((await vaultState()).state).toBe('locked');
    expect(await unlock('new')).toMatchObject({ ok: false, why: 'wrong' });
    expect(await unlock('newer')).toEqual({ ok: true });
    expect(await keyAt('a')).toBeDefined();
  });

  it('is one write: killed at any, with that write done or not, old or new opens everything', async () => {
    let changed = 0;
    let unchanged = 0;
    for (const carriedOut of [false, true]) {
      for (let number = 0; ; number += 1) {
        fakeBrowser.reset();
        await makeWith('a', 'b');
        const writes = failWrites(number, { carriedOut });
        const answer = await changePassphrase(PASSPHRASE, 'new', FEW_ROUNDS).catch(() => 'killed');
        const count = writes.count();
        writes.end();

        await lock([]);
        const byNew = (await unlock('new')).ok;
        if (!byNew) expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
        if (answer !== 'killed') expect(byNew).toBe(true);
        for (const id of ['a', 'b']) {
          expect((await keyAt(id))?.credentials.accessKeySecret.reveal()).toBe(
            credentialsOf(id).accessKeySecret,
          );
        }
        if (byNew) changed += 1;
        else unchanged += 1;
        if (count <= number) break;
      }
    }
    expect(changed).toBeGreaterThan(2);
    expect(unchanged).toBeGreaterThan(2);
  });

  it('is refused when it would lose an entry that is damaged', async () => {
    await makeWith('a', 'b');
    const record = (await vaultRecord.getValue()) as { entries: Record<string, unknown> };
    const { a } = record.entries;
    await vaultRecord.setValue({ ...record, entries: { a, b: a } });
    expect(await changePassphrase(PASSPHRASE, 'new', FEW_ROUNDS)).toEqual({
      ok: false,
      why: 'damaged',
    });
    await lock([]);
    expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
    expect((await accountsState()).accounts.map(({ keyState }) => keyState)).toEqual([
      'ready',
      'absent',
    ]);
    await forgetKey('b');
    expect(await changePassphrase(PASSPHRASE, 'new', FEW_ROUNDS)).toEqual({ ok: true });
  });
});

describe('a job under way when the vault locks', () => {
  const underWay = [{ jobId: 'job', accountId: 'a' }];

  it('keeps the credentials it has, and nothing else may use them', async () => {
    await makeWith('a', 'b');
    await lock(underWay);
    expect((await lookUp('a', 'job')).ok).toBe(true);
    expect(await lookUp('a', 'other job')).toEqual({ ok: false, why: 'locked' });
    expect(await lookUp('a')).toEqual({ ok: false, why: 'locked' });
    expect(await lookUp('b', 'job')).toEqual({ ok: false, why: 'locked' });
    expect((await accountsState()).accounts[0]?.keyState).toBe('locked');
  });

  it('keeps them when it locks again, and until no job of theirs is under way', async () => {
    await makeWith('a');
    await lock(underWay);
    await lock([]);
    await releaseHeld(underWay);
    expect((await lookUp('a', 'job')).ok).toBe(true);
    await releaseHeld([{ jobId: 'other job', accountId: 'a' }]);
    expect(await lookUp('a', 'job')).toEqual({ ok: false, why: 'locked' });
    expect(await heldCredentials.getValue()).toEqual({});
  });

  it('keeps nothing when it is to pause', async () => {
    await makeWith('a');
    await vaultLocking.save({ ...vaultLocking.fallback, runningJob: 'pause' });
    await lock(underWay);
    expect(await lookUp('a', 'job')).toEqual({ ok: false, why: 'locked' });
    expect(await heldCredentials.getValue()).toEqual({});
  });

  it.each([
    ['the vault is unlocked', () => unlock(PASSPHRASE)],
    ['the vault is removed', removeVault],
    ['the key is forgotten', () => forgetKey('a')],
  ])('nothing is held any more when %s', async (_when, change) => {
    await makeWith('a');
    await lock(underWay);
    expect(await heldCredentials.getValue()).toHaveProperty('a');
    await change();
    expect(await heldCredentials.getValue()).toEqual({});
  });
});

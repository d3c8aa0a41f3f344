import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, addressItems, keyOf, planOf as planOfItems } from '../../tests/drive/vod/acme.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { Account } from '../accounts/account.ts';
import { saveAccount } from '../accounts/saving.ts';
import { keyHint } from '../keys/credentials.ts';
import { heldCredentials } from '../keys/items.ts';
import { lock, makeVault, releaseHeld, unlock } from '../keys/vault/vault.ts';
import type { Plan } from '../plan/plan.ts';
import { ask } from '../plan/questions.ts';
import { type VaultSettings, vaultLocking } from '../settings/settings.ts';
import type { PausedFor } from './job-record.ts';
import { Journal } from './journal.ts';
import { Runner } from './runner.ts';

const PASSPHRASE = 'correct horse battery staple';
const FEW_ROUNDS = 10;

let sandbox: Sandbox;
let journal: Journal;
let account: Account;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());

beforeEach(async () => {
  fakeBrowser.reset();
  sandbox.reset();
  vi.stubGlobal('fetch', fetchFrom(sandbox));
  journal = new Journal(`journal-${crypto.randomUUID()}`);
  account = { ...acmeOf(sandbox), key: { from: 'vault' } };
  await makeVault(PASSPHRASE, FEW_ROUNDS);
  await saveAccount(account, key());
});

const key = () => keyOf(sandbox);

/** A worker of its own, joined to the vault as the background is. */
function worker(graceMs = 0): Runner {
  const runner = new Runner({
    journal,
    stayAwake: () => () => {},
    graceMs: async () => graceMs,
  });
  runner.onLeft(() => void runner.underWay().then(releaseHeld));
  return runner;
}

const lockWith = async (runner: Runner) => lock(await runner.underWay());
const choose = (runningJob: VaultSettings['runningJob']) =>
  vaultLocking.save({ ...vaultLocking.fallback, runningJob });

const planOf = (count: number, parts: Partial<Account> = {}) =>
  planOfItems(
    addressItems(sandbox, count),
    { ...account, ...parts },
    {
      hint: keyHint(key().accessKeyId),
    },
  );

/** A plan of many calls, so that there is time between its first and its last. */
function longPlan(): Plan {
  const plan = planOf(60);
  expect(plan.targets).toHaveLength(60);
  return { ...plan, calls: plan.targets.map((_target, index) => [index]) };
}

const reaches = (plan: Plan, state: string) =>
  expect.poll(async () => (await journal.job(plan.id))?.state, { timeout: 10_000 }).toBe(state);
const pausedFor = async (plan: Plan): Promise<PausedFor | undefined> =>
  (await journal.job(plan.id))?.pausedFor;
const deletions = () => sandbox.calls.filter((call) => call.action === 'DeleteImage');

describe('when the vault locks', () => {
  it('a job that is running goes on to its end, and then its key is gone', async () => {
    const plan = longPlan();
    const runner = worker();
    await runner.start({ plan, typed: 60 });
    await expect.poll(() => deletions().length).toBeGreaterThan(0);
    await lockWith(runner);
    expect(await heldCredentials.getValue()).toHaveProperty('acme');
    await reaches(plan, 'ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(60);
    await expect.poll(() => heldCredentials.getValue()).toEqual({});
  });

  it('a job in its grace period goes on, also in a new worker', async () => {
    const plan = planOf(3);
    await journal.open(plan, { accountName: account.name, startsAt: Date.now() + 200 });
    await lockWith(worker());
    await worker().resume();
    await reaches(plan, 'ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(3);
  });

  it('no other job starts or is asked for by the key that is held', async () => {
    const plan = planOf(3);
    const runner = worker(60_000);
    await runner.start({ plan });
    await lockWith(runner);
    expect(await runner.start({ plan: planOf(4) })).toBe('locked');
    expect(await ask({ accountId: 'acme', imageIds: ['a'], videoIds: [] })).toBe('locked');
    expect(await journal.jobs()).toHaveLength(1);
    await runner.stop(plan.id);
    await reaches(plan, 'ended');
    expect(sandbox.calls).toHaveLength(0);
  });

  it('a job that was paused before does not go on by the key that is held', async () => {
    const paused = planOf(3);
    await journal.open(paused, { accountName: account.name, startsAt: 0 });
    await journal.move(paused.id, () => ({ state: 'paused', pausedFor: 'trouble' }));
    const runner = worker(60_000);
    await journal.open(planOf(4), { accountName: account.name, startsAt: Date.now() + 60_000 });
    await lockWith(runner);
    await runner.goOn(paused.id);
    await expect.poll(() => pausedFor(paused)).toBe('locked');
    expect(sandbox.calls).toHaveLength(0);
  });

  it('a running job pauses if it is to, loses nothing, and goes on once it is unlocked', async () => {
    await choose('pause');
    const plan = longPlan();
    const runner = worker();
    await runner.start({ plan, typed: 60 });
    await expect.poll(() => deletions().length).toBeGreaterThan(0);
    await lockWith(runner);
    await reaches(plan, 'paused');
    expect(await pausedFor(plan)).toBe('locked');
    const sent = deletions().length;
    expect(sent).toBeLessThan(60);

    expect(await unlock(PASSPHRASE)).toEqual({ ok: true });
    await runner.resume();
    await reaches(plan, 'ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(60);
    expect(deletions()).toHaveLength(60);
  });

  it('a job goes on when the vault is unlocked while it is about to pause', async () => {
    await choose('pause');
    const plan = longPlan();
    const runner = worker();
    await runner.start({ plan, typed: 60 });
    await expect.poll(() => deletions().length).toBeGreaterThan(0);
    await lockWith(runner);
    await unlock(PASSPHRASE);
    await runner.resume();
    await reaches(plan, 'ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(60);
  });
});

describe('a job whose key', () => {
  it('is locked in the vault when the browser starts goes on once it is unlocked', async () => {
    const plan = planOf(3);
    await journal.open(plan, { accountName: account.name, startsAt: 0 });
    await fakeBrowser.storage.session.clear();
    const runner = worker();
    await runner.resume();
    await reaches(plan, 'paused');
    expect(await pausedFor(plan)).toBe('locked');
    await unlock(PASSPHRASE);
    await runner.resume();
    await reaches(plan, 'ended');
  });

  it('has ended by its token’s time is paused, and nothing is sent', async () => {
    await saveAccount(
      { ...account, key: { from: 'session' } },
      { ...key(), securityToken: 't', expiresAt: Date.now() - 1 },
    );
    const plan = planOf(3);
    expect(await worker().start({ plan })).toBe('expired');
    await journal.open(plan, { accountName: account.name, startsAt: 0 });
    await worker().resume();
    await reaches(plan, 'paused');
    expect(await pausedFor(plan)).toBe('expired');
    expect(sandbox.calls).toHaveLength(0);
  });

  it('comes from a URI that may not be read is paused, and nothing is sent', async () => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => false);
    await saveAccount({ ...account, key: { from: 'uri', uri: 'https://keys.example/' } });
    const plan = { ...planOf(3), keyHint: 'keys.example/' };
    expect(await worker().start({ plan })).toBe('uri');
    await journal.open(plan, { accountName: account.name, startsAt: 0 });
    await worker().resume();
    await reaches(plan, 'paused');
    expect(await pausedFor(plan)).toBe('uri');
    expect(sandbox.calls).toHaveLength(0);
  });
});

describe('the account’s limits', () => {
  it('are held to when a plan comes that was not drafted by them', async () => {
    await saveAccount({ ...account, limits: { largestJob: 3, byVideo: false } });
    expect(await worker().start({ plan: planOf(4) })).toBe('too-many');
    const plan = planOf(1);
    const video = sandbox.accounts[0].videos[0]?.videoId ?? '';
    const byVideo: Plan = {
      ...plan,
      targets: [{ by: 'video', videoId: video, types: ['CoverSnapshot'] }],
    };
    expect(await worker().start({ plan: byVideo, typed: 1 })).toBe('video-forbidden');
    expect(await journal.jobs()).toEqual([]);
    expect(await worker().start({ plan: planOf(3) })).toBeUndefined();
  });
});

import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, addressItems, keyOf, planOf as planOfItems } from '../../tests/drive/vod/acme.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { Account } from '../accounts/account.ts';
import { forgetKey, saveAccount } from '../accounts/saving.ts';
import { keyHint } from '../keys/credentials.ts';
import type { Plan } from '../plan/plan.ts';
import type { JobState } from './job-record.ts';
import { Journal } from './journal.ts';
import { Runner } from './runner.ts';

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
  account = acmeOf(sandbox);
  await saveAccount(account, key());
});

const key = () => keyOf(sandbox);

/** A worker of its own: what it keeps in memory dies with it. */
const worker = (graceMs = 0) =>
  new Runner({ journal, stayAwake: () => () => {}, graceMs: async () => graceMs });

const planOf = (count: number) =>
  planOfItems(addressItems(sandbox, count), account, { hint: keyHint(key().accessKeyId) });

/** What a worker leaves that dies in the grace period, which ends this many milliseconds from now. */
async function leftByDeadWorker(plan: Plan, graceMs: number): Promise<void> {
  await journal.open(plan, { accountName: account.name, startsAt: Date.now() + graceMs });
}

async function reaches(jobId: string, state: JobState): Promise<void> {
  await expect.poll(async () => (await journal.job(jobId))?.state, { timeout: 5000 }).toBe(state);
}

const deletions = () => sandbox.calls.filter((call) => call.action === 'DeleteImage');

describe('start', () => {
  it('runs a confirmed plan to its end', async () => {
    const plan = planOf(3);
    expect(await worker().start({ plan })).toBeUndefined();
    await reaches(plan.id, 'ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(3);
  });

  it('starts a plan once, however often it is confirmed', async () => {
    const plan = planOf(3);
    const runner = worker();
    await Promise.all([runner.start({ plan }), runner.start({ plan }), runner.start({ plan })]);
    await reaches(plan.id, 'ended');
    expect(deletions()).toHaveLength(1);
  });

  it('refuses what was not confirmed as it must be, and sends nothing', async () => {
    const plan = planOf(21);
    expect(await worker().start({ plan })).toBe('number-not-typed');
    expect(await worker().start({ plan, typed: 20 })).toBe('number-not-typed');
    expect(await worker().start({ plan: { ...plan, accountId: 'other' }, typed: 21 })).toBe(
      'no-account',
    );
    await saveAccount({ ...account, region: 'cn-beijing' });
    expect(await worker().start({ plan, typed: 21 })).toBe('account-changed');
    await saveAccount(account, { ...key(), accessKeyId: 'LTAI5tSomeoneElsesKey99' });
    expect(await worker().start({ plan, typed: 21 })).toBe('account-changed');
    await saveAccount({ ...account, ownDomains: [] }, key());
    expect(await worker().start({ plan, typed: 21 })).toBe('not-mine');
    await forgetKey(account.id);
    expect(await worker().start({ plan, typed: 21 })).toBe('no-key');
    expect(await journal.jobs()).toEqual([]);
    expect(sandbox.calls).toHaveLength(0);
  });
});

describe('stop', () => {
  it('in the grace period prevents everything', async () => {
    const plan = planOf(3);
    const runner = worker(60_000);
    await runner.start({ plan });
    await runner.stop(plan.id);
    await reaches(plan.id, 'ended');
    expect((await journal.job(plan.id))?.counts.stopped).toBe(3);
    expect(sandbox.calls).toHaveLength(0);
  });

  it('of a job that a dead worker left ends it too', async () => {
    const plan = planOf(3);
    await leftByDeadWorker(plan, 60_000);
    await worker().stop(plan.id);
    await reaches(plan.id, 'ended');
    expect(sandbox.calls).toHaveLength(0);
  });
});

describe('resume', () => {
  it('keeps the grace period of a worker that died in it', async () => {
    const plan = planOf(3);
    await leftByDeadWorker(plan, 300);
    await worker().resume();
    expect(sandbox.calls).toHaveLength(0);
    await reaches(plan.id, 'ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(3);
  });

  it('pauses without a key and goes on once there is one', async () => {
    const plan = planOf(3);
    await leftByDeadWorker(plan, 0);
    await forgetKey(account.id);
    await worker().resume();
    await reaches(plan.id, 'paused');
    expect(sandbox.calls).toHaveLength(0);

    await saveAccount(account, key());
    await worker().resume();
    await reaches(plan.id, 'ended');
    expect((await journal.job(plan.id))?.counts.deleted).toBe(3);
  });

  it('does not go on with another key until the person says so', async () => {
    const plan = planOf(3);
    await leftByDeadWorker(plan, 0);
    const other = sandbox.accounts[1];
    await saveAccount(account, {
      accessKeyId: other.accessKeyId,
      accessKeySecret: other.accessKeySecret,
    });
    await worker().resume();
    await reaches(plan.id, 'paused');
    expect((await journal.job(plan.id))?.pausedFor).toBe('other-key');
    expect(sandbox.calls).toHaveLength(0);

    await worker().goOn(plan.id);
    await reaches(plan.id, 'ended');
    expect(sandbox.calls.map(({ accessKeyId }) => accessKeyId)).toContain(other.accessKeyId);
  });

  it('never goes on with an address that is no longer own', async () => {
    const plan = planOf(3);
    await leftByDeadWorker(plan, 0);
    await saveAccount({ ...account, ownDomains: ['other.example'] });
    const runner = worker();
    await runner.resume();
    await reaches(plan.id, 'paused');
    await runner.goOn(plan.id);
    await reaches(plan.id, 'paused');
    expect((await journal.job(plan.id))?.pausedFor).toBe('account-changed');
    expect(sandbox.calls).toHaveLength(0);
  });

  it('does not lose a Stop that comes while the key goes away', async () => {
    const plan = planOf(60);
    sandbox.setFault('slow', { times: 0 });
    const runner = worker();
    await runner.start({ plan, typed: 60 });
    await expect.poll(() => deletions().length).toBeGreaterThan(0);
    await forgetKey(account.id);
    await runner.stop(plan.id);
    await reaches(plan.id, 'ended');
    const sent = deletions().length;
    sandbox.clearFaults();
    await saveAccount(account, key());
    await runner.resume();
    expect((await journal.job(plan.id))?.state).toBe('ended');
    expect(deletions()).toHaveLength(sent);
    expect(await journal.outcomes(plan.id)).toHaveLength(60);
  });
});

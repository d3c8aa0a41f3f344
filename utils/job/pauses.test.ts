import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, addressItems, keyOf, planOf as planOfItems } from '../../tests/drive/vod/acme.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { Account } from '../accounts/account.ts';
import { saveAccount } from '../accounts/saving.ts';
import { keyHint } from '../keys/credentials.ts';
import type { Plan } from '../plan/plan.ts';
import { Journal } from './journal.ts';
import { Runner } from './runner.ts';

let sandbox: Sandbox;
let journal: Journal;
let account: Account;
let online: boolean;
let woken: boolean[];

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  fakeBrowser.reset();
  sandbox.reset();
  vi.stubGlobal('fetch', fetchFrom(sandbox));
  online = true;
  woken = [];
  journal = new Journal(`journal-${crypto.randomUUID()}`);
  account = acmeOf(sandbox);
  await saveAccount(account, key());
});
afterEach(() => vi.restoreAllMocks());

const key = () => keyOf(sandbox);

const worker = () =>
  new Runner({
    journal,
    stayAwake: () => () => {},
    graceMs: async () => 0,
    online: () => online,
    wakeAgain: async (again) => {
      woken.push(again);
    },
  });

const planOf = (count: number) =>
  planOfItems(addressItems(sandbox, count), account, { hint: keyHint(key().accessKeyId) });

const pausedFor = async (plan: Plan) => (await journal.job(plan.id))?.pausedFor;
const state = async (plan: Plan) => (await journal.job(plan.id))?.state;
const becomes = (plan: Plan, wanted: string) =>
  expect.poll(() => state(plan), { timeout: 10_000 }).toBe(wanted);
const deletions = () => sandbox.calls.filter((call) => call.action === 'DeleteImage');

async function endsDeleted(plan: Plan): Promise<void> {
  await becomes(plan, 'ended');
  expect((await journal.job(plan.id))?.counts.deleted).toBe(plan.targets.length);
}

describe('what VOD refuses the account', () => {
  it.each([
    'SignatureDoesNotMatch',
    'InvalidAccessKeyId.NotFound',
    'InvalidAccessKeyId.Inactive',
    'InvalidSecurityToken.Expired',
    'OperationDenied',
  ])('%s pauses, is not tried by the alarm, and resumes when the cause is gone', async (code) => {
    sandbox.setFault('refuse', { code, action: 'DeleteImage' });
    const plan = planOf(3);
    const runner = worker();
    await runner.start({ plan });
    await becomes(plan, 'paused');
    expect(await pausedFor(plan)).toBe('refused');
    expect((await journal.job(plan.id))?.obstacle?.code).toBe(code);
    expect(await journal.outcomes(plan.id)).toEqual([]);
    await expect.poll(() => woken.at(-1)).toBe(false);

    const sent = deletions().length;
    await runner.resume();
    expect(await state(plan)).toBe('paused');
    expect(deletions()).toHaveLength(sent);

    sandbox.clearFaults();
    await runner.mended(account.id);
    await endsDeleted(plan);
  });

  it('goes on when the person says so', async () => {
    sandbox.setFault('refuse', { code: 'OperationDenied', action: 'DeleteImage' });
    const plan = planOf(3);
    const runner = worker();
    await runner.start({ plan });
    await becomes(plan, 'paused');
    sandbox.clearFaults();
    await runner.goOn(plan.id);
    await endsDeleted(plan);
  });
});

it('offline pauses, keeps the alarm, and goes on once it is online', async () => {
  online = false;
  sandbox.setFault('drop-connection', { times: 0 });
  const plan = planOf(3);
  const runner = worker();
  await runner.start({ plan });
  await becomes(plan, 'paused');
  expect(await pausedFor(plan)).toBe('offline');
  expect(woken).not.toContain(false);

  sandbox.clearFaults();
  await runner.resume();
  expect(await state(plan)).toBe('paused');
  online = true;
  await runner.resume();
  // Whether a dropped call arrived cannot be known; VOD deleted them now.
  await endsDeleted(plan);
  await expect.poll(() => woken.at(-1)).toBe(false);
});

it('sends nothing that cannot be written down, and goes on when there is room', async () => {
  const plan = planOf(3);
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name === 'sends') throw new DOMException('full', 'QuotaExceededError');
    return this.put(...args);
  });
  const runner = worker();
  await runner.start({ plan });
  await becomes(plan, 'paused');
  expect(await pausedFor(plan)).toBe('no-room');
  expect(sandbox.calls).toHaveLength(0);

  full.mockRestore();
  await runner.resume();
  await endsDeleted(plan);
});

it('two workers on one journal never carry out the same job together', async () => {
  const plan = planOf(20);
  await journal.open(plan, { accountName: account.name, startsAt: 0 });
  sandbox.setFault('slow', { times: 1 });
  await Promise.all([worker().resume(), worker().resume()]);
  await endsDeleted(plan);
  expect(deletions()).toHaveLength(1);
});

import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, addressItems, keyOf, planOf as planOfItems } from '../../tests/drive/vod/acme.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { Account } from '../accounts/account.ts';
import { saveAccount } from '../accounts/saving.ts';
import { keyHint, type StoredCredentials } from '../keys/credentials.ts';
import type { Plan } from '../plan/plan.ts';
import { Journal } from './journal.ts';
import { Runner } from './runner.ts';

let sandbox: Sandbox;
let journal: Journal;
let account: Account;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  fakeBrowser.reset();
  sandbox.reset();
  vi.stubGlobal('fetch', fetchFrom(sandbox));
  journal = new Journal(`journal-${crypto.randomUUID()}`);
  account = acmeOf(sandbox);
});

const worker = () => new Runner({ journal, stayAwake: () => () => {}, graceMs: async () => 0 });

/** A token of the account that was not given out before. */
function triple(): StoredCredentials {
  const { accessKeyId, accessKeySecret, securityToken } = sandbox.mint({ lifetime: 3600 });
  return { accessKeyId, accessKeySecret, ...(securityToken && { securityToken }) };
}

/** A plan of calls of one each, so that there is time between the first and the last. */
function planOf(count: number, { accessKeyId }: Pick<StoredCredentials, 'accessKeyId'>): Plan {
  const hint = keyHint(accessKeyId);
  const plan = planOfItems(addressItems(sandbox, count), account, { hint });
  return { ...plan, calls: plan.targets.map((_target, index) => [index]) };
}

const becomes = (plan: Plan, wanted: string) =>
  expect
    .poll(
      async () => {
        const { state, pausedFor } = (await journal.job(plan.id)) ?? {};
        return state === 'paused' ? pausedFor : state;
      },
      { timeout: 10_000 },
    )
    .toBe(wanted);

async function endsDeleted(plan: Plan): Promise<void> {
  await becomes(plan, 'ended');
  expect((await journal.job(plan.id))?.counts.deleted).toBe(plan.targets.length);
  const named = sandbox.calls.flatMap(({ code, parameters }) =>
    code === undefined ? [parameters.ImageURLs] : [],
  );
  expect(named).toHaveLength(new Set(named).size);
}

describe('a clock that is off', () => {
  it.each([20, -20])('by %i minutes is measured by the first answer', async (minutes) => {
    sandbox.setFault('wrong-clock', { minutes });
    await saveAccount(account, keyOf(sandbox));
    const { calls: _alone, ...plan } = planOf(3, keyOf(sandbox));
    const together = { ...plan, calls: [[0, 1, 2]] };
    await worker().start({ plan: together });
    await endsDeleted(together);
    expect(sandbox.calls.map(({ code }) => code)).toEqual(['InvalidTimeStamp.Expired', undefined]);
  });
});

describe('a token that ends in the middle of a job', () => {
  /** Starts a job by a token that ends, in the given way, with the third answer. */
  async function startThenEnd(runner: Runner, end: (token: StoredCredentials) => unknown) {
    const token = triple();
    await saveAccount(account, token);
    const plan = planOf(40, token);
    const send = fetchFrom(sandbox);
    let answers = 0;
    vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
      const answer = await send(...args);
      answers += 1;
      if (answers === 3) await end(token);
      return answer;
    });
    await runner.start({ plan, typed: 40 });
    return plan;
  }

  async function goesOnWithAnother(runner: Runner, plan: Plan): Promise<void> {
    const done = (await journal.outcomes(plan.id)).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(plan.targets.length);
    const sent = sandbox.calls.length;
    sandbox.clearFaults();
    await saveAccount(account, triple());
    await runner.mended(account.id);
    // It is not the key that was confirmed.
    await becomes(plan, 'other-key');
    expect(sandbox.calls).toHaveLength(sent);
    await runner.goOn(plan.id);
    await endsDeleted(plan);
  }

  it('as VOD says: pauses as refused, and goes on with another', async () => {
    const runner = worker();
    const plan = await startThenEnd(runner, () => sandbox.setFault('expired-token'));
    await becomes(plan, 'refused');
    expect((await journal.job(plan.id))?.obstacle?.kind).toBe('token-expired');
    await runner.resume();
    await becomes(plan, 'refused');
    await goesOnWithAnother(runner, plan);
  });

  it('as was said when it was typed: pauses as expired, and goes on with another', async () => {
    const runner = worker();
    const plan = await startThenEnd(runner, (token) =>
      saveAccount(account, { ...token, expiresAt: Date.now() - 1 }),
    );
    await becomes(plan, 'expired');
    await goesOnWithAnother(runner, plan);
  });
});

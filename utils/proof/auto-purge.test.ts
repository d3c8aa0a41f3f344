import { sleep } from '../async/sleep.ts';
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, addressItems, keyOf, planOf as planOfItems } from '../../tests/drive/vod/acme.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { Account } from '../accounts/account.ts';
import { saveAccount } from '../accounts/saving.ts';
import { Journal } from '../job/journal.ts';
import { Runner } from '../job/runner.ts';
import { keyHint } from '../keys/credentials.ts';
import { Proofs } from './proofs.ts';
import { Prover } from './prover.ts';

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
  await saveAccount(account, keyOf(sandbox));
});

const planOf = (from: number) =>
  planOfItems(addressItems(sandbox, 3, { from }), account, {
    hint: keyHint(keyOf(sandbox).accessKeyId),
  });

/** A worker that purges what its jobs leave, if it is told to. */
function worker(wanted: boolean) {
  const startedAt = Date.now();
  const awake = { stayAwake: () => () => {} };
  const proofs = new Proofs(`proofs-${crypto.randomUUID()}`);
  const prover = new Prover({ journal, proofs, autoPurge: async () => wanted, ...awake });
  const purging: Promise<void>[] = [];
  const runner = new Runner({ journal, graceMs: async () => 0, ...awake });
  runner.onLeft(() => void purging.push(prover.purgeEnded(startedAt)));
  const ended = async (count: number) => {
    await expect.poll(() => purging.length, { timeout: 5000 }).toBe(count);
    await Promise.all(purging);
  };
  return { runner, prover, ended, startedAt };
}

const refreshed = () =>
  sandbox.calls
    .filter(({ action }) => action === 'RefreshVodObjectCaches')
    .flatMap(({ parameters }) => parameters.ObjectPath?.split('\n') ?? []);

describe('purging by itself', () => {
  it('purges each of two jobs that end at once, and neither twice', async () => {
    const { runner, prover, ended, startedAt } = worker(true);
    const plans = [planOf(0), planOf(3)];
    await Promise.all(plans.map((plan) => runner.start({ plan })));
    await ended(2);
    await prover.purgeEnded(startedAt);
    const deleted = plans.flatMap(({ targets }) =>
      targets.flatMap((target) => (target.by === 'url' ? target.address : [])),
    );
    expect([...refreshed()].sort()).toEqual([...deleted].sort());
  });

  it('purges nothing unless the person wants it, and nothing that ended before', async () => {
    const unwanted = worker(false);
    await unwanted.runner.start({ plan: planOf(0) });
    await unwanted.ended(1);
    await sleep(5);
    const later = worker(true);
    await later.prover.purgeEnded(later.startedAt);
    expect(refreshed()).toEqual([]);
  });
});

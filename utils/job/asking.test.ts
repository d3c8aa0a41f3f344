import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, clientOf, idItem, planOf as planOfItems } from '../../tests/drive/vod/acme.ts';
import type { Plan } from '../plan/plan.ts';
import { deleteImageById } from '../vod/operations/delete-image.ts';
import { Pace } from '../vod/pace.ts';
import { runJob } from './job.ts';
import { Journal } from './journal.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const ids = (count: number) =>
  sandbox.accounts[0].images.slice(0, count).map(({ imageId }) => imageId);

const planOf = (imageIds: readonly string[]) => planOfItems(imageIds.map(idItem), acmeOf(sandbox));

async function carryOut(plan: Plan, label = 'full', opened?: Journal) {
  const journal = opened ?? new Journal(`journal-${crypto.randomUUID()}`);
  await journal.open(plan, { accountName: 'Acme', startsAt: 0 });
  await runJob(plan, {
    client: clientOf(sandbox, { label }),
    journal,
    pace: new Pace(),
    signal: new AbortController().signal,
    sleep: async () => {},
  });
  return journal.outcomes(plan.id);
}

const calls = (action: string) => sandbox.calls.filter((call) => call.action === action);
const isGone = (imageId: string) =>
  !sandbox.exists(
    sandbox.accounts[0].images.find((one) => one.imageId === imageId)?.addresses.plain ?? '',
  );

describe('one missing id in a call of twenty', () => {
  beforeEach(async () => {
    await clientOf(sandbox).call(deleteImageById(ids(20).slice(7, 8)));
    sandbox.clearCalls();
  });

  it('needs three calls where VOD may be asked', async () => {
    const outcomes = await carryOut(planOf(ids(20)));
    expect(sandbox.calls.map(({ action }) => action)).toEqual([
      'DeleteImage',
      'GetImageInfos',
      'DeleteImage',
    ]);
    expect(outcomes.filter(({ outcome }) => outcome === 'deleted')).toHaveLength(19);
    expect(outcomes[7]).toMatchObject({
      outcome: 'already-gone',
      reason: { kind: 'gone-after-earlier-try' },
      requestId: calls('GetImageInfos')[0]?.requestId,
    });
  });

  it('is halved, and asked about once, where RAM refuses the question', async () => {
    const outcomes = await carryOut(planOf(ids(20)), 'only-delete');
    expect(calls('GetImageInfos')).toHaveLength(1);
    expect(calls('DeleteImage').length).toBeLessThanOrEqual(11);
    expect(outcomes.filter(({ outcome }) => outcome === 'deleted')).toHaveLength(19);
  });

  it.each(['delete-then-404', 'ignore-missing'] as const)(
    'ends right when VOD answers it by %s',
    async (mode) => {
      sandbox.setFault('mixed-batch', { mode });
      const outcomes = await carryOut(planOf(ids(20)));
      expect(outcomes).toHaveLength(20);
      expect(ids(20).every(isGone)).toBe(true);
      for (const { outcome, reason } of outcomes) {
        if (outcome === 'deleted') expect(mode).toBe('ignore-missing');
        else expect(reason?.kind).toBe('gone-after-earlier-try');
      }
      expect(calls('DeleteImage')).toHaveLength(1);
    },
  );
});

describe('a call that was under way when the worker died', () => {
  it('is settled by asking, without another deletion, if it was carried out', async () => {
    const plan = planOf(ids(3));
    const journal = new Journal(`journal-${crypto.randomUUID()}`);
    await journal.open(plan, { accountName: 'Acme', startsAt: 0 });
    await journal.sending(plan.id, [0, 1, 2]);
    await clientOf(sandbox).call(deleteImageById(ids(3)));
    sandbox.clearCalls();
    const outcomes = await carryOut(plan, 'full', journal);
    expect(sandbox.calls.map(({ action }) => action)).toEqual(['GetImageInfos']);
    expect(outcomes.map(({ outcome, reason }) => [outcome, reason?.kind])).toEqual(
      Array(3).fill(['already-gone', 'gone-after-lost-answer']),
    );
  });

  it('is sent again if it was not', async () => {
    const plan = planOf(ids(3));
    const journal = new Journal(`journal-${crypto.randomUUID()}`);
    await journal.open(plan, { accountName: 'Acme', startsAt: 0 });
    await journal.sending(plan.id, [0, 1, 2]);
    const outcomes = await carryOut(plan, 'full', journal);
    expect(sandbox.calls.map(({ action }) => action)).toEqual(['GetImageInfos', 'DeleteImage']);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(3).fill('deleted'));
  });
});

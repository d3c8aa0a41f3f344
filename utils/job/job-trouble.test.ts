import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { acmeOf, addressItems, clientOf, idItem, planOf } from '../../tests/drive/vod/acme.ts';
import {
  type CarryOutOptions,
  carryOut,
  deletionsOf,
  openJob,
} from '../../tests/drive/vod/carried-out.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { Item } from '../collection/item.ts';
import type { Plan } from '../plan/plan.ts';
import { createVodClient } from '../vod/client.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const images = (count: number, from = 0) => addressItems(sandbox, count, { from, form: 'signed' });
const planFor = (items: readonly Item[]) => planOf(items, acmeOf(sandbox));
const carry = (plan: Plan, options?: CarryOutOptions) => carryOut(sandbox, plan, options);
const deletions = () => deletionsOf(sandbox);

describe('trouble on the way', () => {
  it.each([
    ['a wrong secret', { secret: 'not-the-secret' }, 'signature'],
    ['an unknown key', { id: 'LTAI-unknown' }, 'key-unknown'],
    ['no permission', { label: 'no-delete' }, 'forbidden'],
  ])('halts on %s, sends nothing more, and goes on when it is fixed', async (_name, key, kind) => {
    const lanes = 4;
    const plan = planFor(images(64));
    const { halted, outcomes, journal } = await carry(plan, { client: clientOf(sandbox, key) });

    expect(halted?.pause).toBe('refused');
    expect(halted?.reason.kind).toBe(kind);
    // Calls that were under way when the first was refused; 64 images make four.
    expect(deletions().length).toBeLessThanOrEqual(lanes);
    expect(outcomes).toEqual([]);
    for (const image of sandbox.accounts[0].images)
      expect(sandbox.exists(image.addresses.plain)).toBe(true);

    const { by } = await carry(plan, { journal });
    expect(by).toEqual({ deleted: 64 });
  });

  it('waits out throttling', async () => {
    sandbox.setFault('throttle', { times: 3 });
    const { by } = await carry(planFor(images(5)));
    expect(by).toEqual({ deleted: 5 });
    expect(deletions()).toHaveLength(4);
  });

  it('tries again after 503 and after a page of HTML', async () => {
    sandbox.setFault('5xx', { times: 1 });
    sandbox.setFault('5xx', { times: 1, html: true });
    const { by } = await carry(planFor(images(5)));
    expect(by).toEqual({ deleted: 5 });
  });

  it('settles a lost answer by asking again, and never calls it deleted', async () => {
    sandbox.setFault('drop-answer', { times: 1 });
    const { outcomes, by } = await carry(planFor(images(3)));

    expect(by).toEqual({ 'already-gone': 3 });
    expect(outcomes.map(({ reason }) => reason?.kind)).toEqual(
      Array(3).fill('gone-after-lost-answer'),
    );
    for (const item of images(3)) expect(sandbox.exists(item.addresses[0] ?? '')).toBe(false);
  });

  it('says unknown when every answer is lost', async () => {
    sandbox.setFault('drop-answer', { times: 100 });
    const plan = planFor(images(3));
    const { halted, by, journal } = await carry(plan);
    expect(halted?.pause).toBe('unreachable');
    expect(by).toEqual({});
    expect((await carry(plan, { journal, final: true })).by).toEqual({ unknown: 3 });
  });

  it('says already gone of an id that VOD does not have', async () => {
    const { by } = await carry(planFor([idItem('0123456789abcdef0123456789abcdef')]));
    expect(by).toEqual({ 'already-gone': 1 });
  });

  it('stops: nothing more is sent, and what was not sent is stopped', async () => {
    const stop = new AbortController();
    stop.abort('person');
    const { by, outcomes } = await carry(planFor(images(30)), { signal: stop.signal });
    expect(by).toEqual({ stopped: 30 });
    expect(outcomes[0]?.reason?.kind).toBe('stopped-by-person');
    expect(deletions()).toHaveLength(0);
  });
});

describe('a call of several that VOD refuses for one of them', () => {
  it.each(['delete-then-404', 'ignore-missing'] as const)(
    'ends right when VOD answers it by %s',
    async (mode) => {
      await carry(planFor(images(1, 7)));
      sandbox.setFault('mixed-batch', { mode });
      const { outcomes } = await carry(planFor(images(20)));
      for (const { outcome, reason } of outcomes) {
        if (outcome !== 'deleted') {
          expect(outcome).toBe('already-gone');
          expect(reason?.kind).toBe('gone-after-earlier-try');
        }
      }
      for (const item of images(20)) expect(sandbox.exists(item.addresses[0] ?? '')).toBe(false);
    },
  );

  it('leaves what it may have deleted unknown when the person stops in between', async () => {
    await carry(planFor(images(1, 7)));
    sandbox.clearCalls();
    sandbox.setFault('mixed-batch', { mode: 'delete-then-404' });
    const stop = new AbortController();
    const plan = planFor(images(20));
    const journal = await openJob(plan);
    const closed = journal.answered.bind(journal);
    journal.answered = async (...args) => {
      await closed(...args);
      stop.abort('person');
    };
    const { by, outcomes } = await carry(plan, { journal, signal: stop.signal });
    expect(by).toEqual({ unknown: 20 });
    expect(outcomes[0]?.reason?.kind).toBe('not-confirmed');
  });
});

describe('a job taken up again', () => {
  it('sends nothing twice that has an outcome', async () => {
    const plan = planFor(images(23));
    const { journal } = await carry(plan);
    sandbox.clearCalls();
    await carry(plan, { journal });
    expect(deletions()).toHaveLength(0);
  });

  it('settles a send that was open when the worker died', async () => {
    const plan = planFor(images(3));
    const journal = await openJob(plan);
    await journal.sending(plan.id, [0, 1, 2]);
    const done = await carry(plan, { journal: await openJob(plan) });
    expect(done.by).toEqual({ deleted: 3 });

    const { outcomes } = await carry(plan, { journal });
    expect(outcomes.map(({ reason }) => reason?.kind)).toEqual(
      Array(3).fill('gone-after-lost-answer'),
    );
  });

  it('keeps nothing open of a call that could not be signed', async () => {
    const plan = planFor(images(3));
    const journal = await openJob(plan);
    const keyless = createVodClient({
      endpoint: 'vod.cn-shanghai.aliyuncs.com',
      fetch: fetchFrom(sandbox),
      credentials: () => Promise.reject(new Error('no key')),
    });
    await expect(carry(plan, { journal, client: keyless })).rejects.toThrow('no key');
    const stopped = AbortSignal.abort('person');
    const { by } = await carry(plan, { journal, signal: stopped });
    expect(by).toEqual({ stopped: 3 });
    expect(deletions()).toHaveLength(0);
  });

  it('remembers a lost answer that was closed before the worker died', async () => {
    const plan = planFor(images(3));
    const journal = await openJob(plan);
    const send = await journal.sending(plan.id, [0, 1, 2]);
    await journal.answered(plan.id, send, {
      outcomes: [],
      reason: { kind: 'transport' },
      mayHaveActed: true,
    });
    const wrong = clientOf(sandbox, { secret: 'wrong' });
    expect((await carry(plan, { journal, client: wrong })).by).toEqual({});
    const { by } = await carry(plan, { journal, signal: AbortSignal.abort('person') });
    expect(by).toEqual({ unknown: 3 });
  });
});

import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Journal } from '../job/journal.ts';
import type { Plan } from '../plan/plan.ts';
import { keptDays } from '../settings/settings.ts';
import { exportJobs } from './export.ts';
import { olderThan, removeOutdated } from './keeping.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 24);

let journal: Journal;

beforeEach(() => {
  fakeBrowser.reset();
  journal = new Journal(crypto.randomUUID());
});

/** A job of two targets with an outcome and an answered call each, that ended so many days ago. */
async function job(daysAgo: number | undefined): Promise<string> {
  const id = crypto.randomUUID();
  const plan: Plan = {
    id,
    accountId: 'acme',
    region: 'cn-shanghai',
    keyHint: 'LTAI…0001',
    createdAt: 0,
    targets: [
      { by: 'id', imageId: `${id}-0` },
      { by: 'id', imageId: `${id}-1` },
    ],
    calls: [[0], [1]],
  };
  await journal.open(plan, { accountName: 'Acme', startsAt: 0 });
  for (const target of [0, 1]) {
    const send = await journal.sending(id, [target]);
    await journal.answered(id, send, {
      requestId: `R-${target}`,
      outcomes: [{ target, outcome: 'deleted', requestId: `R-${target}` }],
    });
  }
  await journal.move(id, () =>
    daysAgo === undefined ? { state: 'paused' } : { state: 'ended', endedAt: now - daysAgo * DAY },
  );
  return id;
}

const kept = async () => new Set((await journal.jobs()).map(({ id }) => id));

describe('Journal.remove', () => {
  it('removes a job with all that belongs to it, and nothing of another', async () => {
    const [gone, stays] = [await job(1), await job(1)];
    expect(await journal.remove([gone])).toBe(1);
    expect(await journal.job(gone)).toBeUndefined();
    expect(await journal.plan(gone)).toBeUndefined();
    expect(await journal.outcomes(gone)).toEqual([]);
    expect(await journal.sends(gone)).toEqual([]);
    expect(await journal.job(stays)).toMatchObject({ id: stays, counts: { deleted: 2 } });
    expect((await journal.plan(stays))?.targets).toHaveLength(2);
    expect(await journal.outcomes(stays)).toHaveLength(2);
    expect(await journal.sends(stays)).toHaveLength(2);
  });

  it.each(['waiting', 'running', 'paused', 'stopping'] as const)(
    'keeps a job that is %s',
    async (state) => {
      const id = await job(undefined);
      await journal.move(id, () => ({ state }));
      expect(await journal.remove([id, crypto.randomUUID()])).toBe(0);
      expect(await kept()).toEqual(new Set([id]));
      expect(await journal.outcomes(id)).toHaveLength(2);
    },
  );
});

describe('what is kept', () => {
  it('counts from the end of a job, and never names one that has not ended', async () => {
    const [, old] = [await job(29), await job(31), await job(undefined)];
    const jobs = await journal.jobs();
    expect(olderThan(jobs, 30, now).map(({ id }) => id)).toEqual([old]);
    expect(olderThan(jobs, 0, now)).toEqual([]);
  });

  it('is a year unless the person sets another time, or for ever', async () => {
    const [young, unended] = [await job(364), await job(undefined)];
    const old = await job(366);
    await keptDays.save(0);
    await removeOutdated(journal, now);
    expect(await kept()).toEqual(new Set([young, unended, old]));
    await keptDays.save(keptDays.fallback);
    await removeOutdated(journal, now);
    expect(await kept()).toEqual(new Set([young, unended]));
    await keptDays.save(30);
    await removeOutdated(journal, now);
    expect(await kept()).toEqual(new Set([unended]));
  });
});

it('exports several jobs as one list, job after job, without those that are gone', async () => {
  const [first, second] = [await job(2), await job(1)];
  const list = await exportJobs(journal, [
    { id: second },
    { id: crypto.randomUUID() },
    { id: first },
  ]);
  expect(
    list.items.map(({ imageId, outcome, requestId }) => [imageId, outcome, requestId]),
  ).toEqual([
    [`${second}-0`, 'deleted', 'R-0'],
    [`${second}-1`, 'deleted', 'R-1'],
    [`${first}-0`, 'deleted', 'R-0'],
    [`${first}-1`, 'deleted', 'R-1'],
  ]);
});

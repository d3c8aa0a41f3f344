import { describe, expect, it } from 'vitest';
import type { JobRecord } from '../job/job-record.ts';
import { NO_OUTCOMES } from '../job/outcome.ts';
import { accountsOf, filterJobs, outcomesByDay } from './history.ts';

const job = (id: string, more: Partial<JobRecord> = {}): JobRecord => ({
  id,
  state: 'ended',
  accountId: 'acme',
  accountName: 'Acme',
  region: 'cn-shanghai',
  keyHint: 'LTAI…0001',
  total: 3,
  videos: 0,
  createdAt: 0,
  startsAt: 0,
  counts: NO_OUTCOMES,
  ...more,
});
const ids = (jobs: readonly JobRecord[]) => jobs.map(({ id }) => id);

describe('filterJobs', () => {
  const jobs = [
    job('a', { counts: { ...NO_OUTCOMES, deleted: 2, failed: 1 } }),
    job('b', { accountId: 'other', state: 'running' }),
    job('c', { state: 'paused', counts: { ...NO_OUTCOMES, deleted: 1 } }),
    job('d', { state: 'stopping' }),
    job('e', { state: 'waiting' }),
  ];

  it.each([
    [{}, ['a', 'b', 'c', 'd', 'e']],
    [{ accountId: 'other' }, ['b']],
    [{ outcome: 'deleted' }, ['a', 'c']],
    [{ outcome: 'failed', state: 'ended' }, ['a']],
    [{ state: 'under-way' }, ['b', 'd', 'e']],
    [{ state: 'paused' }, ['c']],
    [{ accountId: 'other', outcome: 'failed' }, []],
  ] as const)('%j', (filter, expected) => {
    expect(ids(filterJobs(jobs, filter))).toEqual(expected);
  });
});

it('names each account once, as it was called last', () => {
  const jobs = [
    job('a', { accountName: 'Acme new' }),
    job('b', { accountName: 'Acme' }),
    job('c', { accountId: 'other', accountName: 'Other' }),
  ];
  expect(accountsOf(jobs)).toEqual([
    { id: 'acme', name: 'Acme new' },
    { id: 'other', name: 'Other' },
  ]);
});

describe('outcomesByDay', () => {
  const now = new Date(2026, 2, 30, 15).getTime();
  const at = (month: number, day: number, hour: number) =>
    new Date(2026, month, day, hour).getTime();

  it('adds up the jobs of a day, and leaves days without any empty', () => {
    const days = outcomesByDay(
      [
        job('a', { createdAt: at(2, 30, 0), counts: { ...NO_OUTCOMES, deleted: 2 } }),
        job('b', { createdAt: at(2, 30, 23), counts: { ...NO_OUTCOMES, deleted: 1, failed: 4 } }),
        job('c', { createdAt: at(2, 28, 12), counts: { ...NO_OUTCOMES, unknown: 1 } }),
        job('d', { createdAt: at(2, 27, 23), counts: { ...NO_OUTCOMES, deleted: 9 } }),
      ],
      now,
      3,
    );
    expect(days.map(({ total }) => total)).toEqual([1, 0, 7]);
    expect(days[2]?.counts).toEqual({ ...NO_OUTCOMES, deleted: 3, failed: 4 });
    expect(days.map(({ day }) => new Date(day).getDate())).toEqual([28, 29, 30]);
  });

  it('has every day once, over the change of the clocks and of the month', () => {
    const days = outcomesByDay([], now, 60).map(({ day }) => new Date(day).toDateString());
    expect(new Set(days).size).toBe(60);
    expect(days.at(-1)).toBe(new Date(now).toDateString());
  });
});

import type { JobRecord, JobState } from '../job/job-record.ts';
import { NO_OUTCOMES, OUTCOMES, type Outcome, type OutcomeCounts } from '../job/outcome.ts';

/** The groups of states by which the history filters jobs. */
export const STATE_GROUPS = {
  'under-way': ['waiting', 'running', 'stopping'],
  paused: ['paused'],
  ended: ['ended'],
} as const satisfies Readonly<Record<string, readonly JobState[]>>;

export type StateGroup = keyof typeof STATE_GROUPS;

/** Which jobs of the history are shown. What is absent does not filter. */
export interface HistoryFilter {
  readonly accountId?: string | undefined;
  /** Jobs with at least one target of this outcome. */
  readonly outcome?: Outcome | undefined;
  readonly state?: StateGroup | undefined;
}

/** @returns The jobs that pass the filter, in the same order. */
export function filterJobs(
  jobs: readonly JobRecord[],
  { accountId, outcome, state }: HistoryFilter,
): readonly JobRecord[] {
  const states: readonly JobState[] | undefined = state && STATE_GROUPS[state];
  return jobs.filter(
    (job) =>
      (accountId === undefined || job.accountId === accountId) &&
      (outcome === undefined || job.counts[outcome] > 0) &&
      (states === undefined || states.includes(job.state)),
  );
}

/**
 * @param jobs Newest first.
 * @returns The accounts of the jobs, each once, with its name in its newest job.
 */
export function accountsOf(jobs: readonly JobRecord[]): readonly { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { accountId, accountName } of jobs) {
    if (!names.has(accountId)) names.set(accountId, accountName);
  }
  return [...names].map(([id, name]) => ({ id, name }));
}

/** The outcomes of the jobs that were created on one day. */
export interface DayOfOutcomes {
  /** The start of the day in the person's time zone, in milliseconds since 1970. */
  readonly day: number;
  readonly counts: OutcomeCounts;
  readonly total: number;
}

/**
 * @param now Milliseconds since 1970.
 * @param days How many days, today included.
 * @returns The outcomes of each day, oldest day first.
 */
export function outcomesByDay(
  jobs: readonly JobRecord[],
  now: number,
  days: number,
): readonly DayOfOutcomes[] {
  const today = new Date(startOfDay(now));
  const byDay = new Map<number, Record<Outcome, number>>();
  for (let back = days - 1; back >= 0; back -= 1) {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
    byDay.set(day.getTime(), { ...NO_OUTCOMES });
  }
  for (const { createdAt, counts } of jobs) {
    const sums = byDay.get(startOfDay(createdAt));
    if (sums === undefined) continue;
    for (const outcome of OUTCOMES) sums[outcome] += counts[outcome];
  }
  return [...byDay].map(([day, counts]) => ({
    day,
    counts,
    total: OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0),
  }));
}

function startOfDay(at: number): number {
  const date = new Date(at);
  // Not every day has 24 hours, so the calendar counts them.
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

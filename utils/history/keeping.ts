import type { JobRecord } from '../job/job-record.ts';
import type { Journal } from '../job/journal.ts';
import { keptDays } from '../settings/settings.ts';

const DAY_MS = 86_400_000;

/** @returns The jobs that ended more than this many days ago; none for 0 days (kept for ever). */
export function olderThan(
  jobs: readonly JobRecord[],
  days: number,
  now: number,
): readonly JobRecord[] {
  if (days === 0) return [];
  const before = now - days * DAY_MS;
  return jobs.filter(
    ({ state, endedAt, createdAt }) => state === 'ended' && (endedAt ?? createdAt) < before,
  );
}

/** Removes the jobs that are older than the setting allows. */
export async function removeOutdated(
  journal: Pick<Journal, 'jobs' | 'remove'>,
  now = Date.now(),
): Promise<void> {
  const outdated = olderThan(await journal.jobs(), await keptDays.value(), now);
  if (outdated.length > 0) await journal.remove(outdated.map(({ id }) => id));
}

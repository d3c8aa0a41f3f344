import { formatNumber, t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { OUTCOMES, type OutcomeCounts, type TargetOutcome } from '../../utils/job/outcome.ts';
import type { Reason } from '../../utils/plan/reason.ts';
import { JOB_STATE_TEXTS } from '../shared/reason-texts.ts';

/** @returns What a job deletes, in one line. */
export function jobTitle({ total, videos }: Pick<JobRecord, 'total' | 'videos'>): string {
  const images = total - videos;
  if (videos === 0) return t('job_title', images);
  if (images === 0) return t('job_title_videos', videos);
  return t('job_title_both', [t('review_images', images), t('count_videos', videos)]);
}

/** @returns How many targets have an outcome. */
export function doneCount(counts: OutcomeCounts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** @returns Whole seconds until the first call; 0 when the grace period is over. */
export function secondsLeft(job: JobRecord, now: number): number {
  return job.state === 'waiting' ? Math.max(0, Math.ceil((job.startsAt - now) / 1000)) : 0;
}

/** @returns The state of a job, in one line. */
export function stateWords(job: JobRecord, now: number): string {
  const seconds = secondsLeft(job, now);
  if (seconds > 0) return t('job_starting_in', seconds);
  return t(JOB_STATE_TEXTS[job.state]);
}

/** @returns The progress of a job, such as "12 of 23". */
export function progressWords(job: JobRecord): string {
  return t('job_progress', [formatNumber(doneCount(job.counts)), formatNumber(job.total)]);
}

/** A reason, and how many outcomes have it. */
export interface ReasonGroup {
  readonly reason: Reason;
  readonly count: number;
}

/** @returns The reasons of a job's outcomes, each once, most frequent first. */
export function reasonGroups(outcomes: readonly TargetOutcome[]): readonly ReasonGroup[] {
  const groups = new Map<string, { reason: Reason; count: number }>();
  for (const { reason } of outcomes) {
    if (reason === undefined) continue;
    const key = `${reason.kind} ${reason.code ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { reason, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** @returns The host and path of a page address, without query and fragment. */
export function pageName(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  return pathname === '/' ? host : `${host}${pathname}`;
}

import { formatNumber, t } from '../../utils/browser/i18n.ts';
import type { JobRecord } from '../../utils/job/job-record.ts';
import { OUTCOMES, type OutcomeCounts, type TargetOutcome } from '../../utils/job/outcome.ts';
import type { Reason } from '../../utils/plan/reason.ts';
import { JOB_STATE_TEXTS } from '../shared/reason-texts.ts';

/** What a job deletes, in one line. */
export function jobTitle({ total, videos }: Pick<JobRecord, 'total' | 'videos'>): string {
  const images = total - videos;
  if (videos === 0) return t('job_title', images);
  if (images === 0) return t('job_title_videos', videos);
  return t('job_title_both', [t('review_images', images), t('count_videos', videos)]);
}

/** How many targets have their outcome. */
export function doneCount(counts: OutcomeCounts): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Whole seconds until the first call, or 0 when the grace period is over. */
export function secondsLeft(job: JobRecord, now: number): number {
  return job.state === 'waiting' ? Math.max(0, Math.ceil((job.startsAt - now) / 1000)) : 0;
}

/** How a job stands, in one line. */
export function stateWords(job: JobRecord, now: number): string {
  const seconds = secondsLeft(job, now);
  if (seconds > 0) return t('job_starting_in', seconds);
  return t(JOB_STATE_TEXTS[job.state]);
}

/** "12 of 23". */
export function progressWords(job: JobRecord): string {
  return t('job_progress', [formatNumber(doneCount(job.counts)), formatNumber(job.total)]);
}

/** Outcomes that ended for one and the same reason. */
export interface ReasonGroup {
  readonly reason: Reason;
  readonly count: number;
}

/** The reasons of a job's outcomes, each once, most frequent first. */
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

/** A page by its host and path, without what may follow. */
export function pageName(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  return pathname === '/' ? host : `${host}${pathname}`;
}

import {
  type ExportedItem,
  type ExportedList,
  exportList,
  type Fields,
} from '../collection/columns.ts';
import type { JobRecord } from '../job/job-record.ts';
import type { Journal } from '../job/journal.ts';
import type { TargetOutcome } from '../job/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import type { Target } from '../plan/target.ts';

/** The kind of a target that was not found on a page: a video that replaces its snapshots. */
const KINDS = { url: undefined, id: 'image-id', video: 'video-id' } as const;

/** A target of a job, and its outcome if it has one. */
interface Ended {
  readonly target: Target;
  readonly end?: TargetOutcome | undefined;
}

/** The value of each column. */
const TARGET_FIELDS: Fields<Ended> = {
  url: ({ target }) => (target.by === 'url' ? target.address : undefined),
  kind: ({ target }) => target.found?.kind ?? KINDS[target.by],
  standing: ({ target }) => target.found?.standing,
  videoId: ({ target }) => videoOf(target),
  imageId: ({ target }) => (target.by === 'id' ? target.imageId : undefined),
  carrier: ({ target }) => target.found?.carrier,
  page: ({ target }) => target.found?.page,
  outcome: ({ end }) => end?.outcome,
  requestId: ({ end }) => end?.requestId,
  at: ({ end }) => (end === undefined ? undefined : new Date(end.at).toISOString()),
  reason: ({ end }) => (end?.reason === undefined ? undefined : wordsOf(end.reason)),
  note: ({ target }) => target.found?.note,
};

function videoOf(target: Target): string | undefined {
  if (target.by === 'video') return target.videoId;
  return target.by === 'url' ? target.snapshot?.videoId : undefined;
}

function wordsOf({ kind, code, message }: NonNullable<TargetOutcome['reason']>): string {
  return [kind, code, message].filter(Boolean).join(': ');
}

/**
 * @param positions The positions of the targets to export; all if absent.
 * @returns An exported list of the targets of a job with their outcomes.
 */
export function exportOutcomes(
  { targets }: Pick<Plan, 'targets'>,
  outcomes: readonly TargetOutcome[],
  positions: readonly number[] = [...targets.keys()],
): ExportedList {
  const byTarget = new Map(outcomes.map((one) => [one.target, one]));
  const ended = positions.flatMap((index): Ended[] => {
    const target = targets[index];
    return target === undefined ? [] : [{ target, end: byTarget.get(index) }];
  });
  return exportList(ended, TARGET_FIELDS);
}

/** @returns One exported list of the targets of several jobs, job after job. */
export async function exportJobs(
  journal: Pick<Journal, 'plan' | 'outcomes'>,
  jobs: readonly Pick<JobRecord, 'id'>[],
): Promise<ExportedList> {
  const items: ExportedItem[] = [];
  for (const { id } of jobs) {
    const plan = await journal.plan(id);
    // It may have been removed from the history by now.
    if (plan === undefined) continue;
    for (const item of exportOutcomes(plan, await journal.outcomes(id)).items) items.push(item);
  }
  return { version: 1, items };
}

import { type ExportedItem, type ExportedList, present } from '../collection/export.ts';
import type { JobRecord } from '../job/job-record.ts';
import type { Journal } from '../job/journal.ts';
import type { TargetOutcome } from '../job/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import type { Target } from '../plan/target.ts';

/** The kind of a target that was found nowhere: a video that was named by its snapshots. */
const KINDS = { url: undefined, id: 'image-id', video: 'video-id' } as const;

/** An exported list of a job's targets, or of those at some positions, with what became of each. */
export function exportOutcomes(
  { targets }: Pick<Plan, 'targets'>,
  outcomes: readonly TargetOutcome[],
  positions: readonly number[] = [...targets.keys()],
): ExportedList {
  const byTarget = new Map(outcomes.map((one) => [one.target, one]));
  return {
    version: 1,
    items: positions.flatMap((index) => {
      const target = targets[index];
      if (target === undefined) return [];
      const end = byTarget.get(index);
      const reason = end?.reason;
      return present({
        url: target.by === 'url' ? target.address : undefined,
        kind: target.found?.kind ?? KINDS[target.by],
        standing: target.found?.standing,
        videoId: videoOf(target),
        imageId: target.by === 'id' ? target.imageId : undefined,
        carrier: target.found?.carrier,
        page: target.found?.page,
        outcome: end?.outcome,
        requestId: end?.requestId,
        at: end === undefined ? undefined : new Date(end.at).toISOString(),
        reason:
          reason === undefined
            ? undefined
            : [reason.kind, reason.code, reason.message].filter(Boolean).join(': '),
        note: target.found?.note,
      });
    }),
  };
}

function videoOf(target: Target): string | undefined {
  if (target.by === 'video') return target.videoId;
  return target.by === 'url' ? target.snapshot?.videoId : undefined;
}

/** One exported list of several jobs' targets, job after job. */
export async function exportJobs(
  journal: Pick<Journal, 'plan' | 'outcomes'>,
  jobs: readonly Pick<JobRecord, 'id'>[],
): Promise<ExportedList> {
  const items: ExportedItem[] = [];
  for (const { id } of jobs) {
    const plan = await journal.plan(id);
    // It was removed from the history meanwhile.
    if (plan === undefined) continue;
    for (const item of exportOutcomes(plan, await journal.outcomes(id)).items) items.push(item);
  }
  return { version: 1, items };
}

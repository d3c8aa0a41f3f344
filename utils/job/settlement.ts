import type { Plan } from '../plan/plan.ts';
import { type Reason, reasonOf } from '../plan/reason.ts';
import type { VodError } from '../vod/errors.ts';
import type { Outcome, TargetOutcome } from './outcome.ts';
import { GONE_AFTER, type Perhaps } from './perhaps.ts';

/** The outcome of a target before the journal adds the job and the time. */
export type Settlement = Omit<TargetOutcome, 'jobId' | 'at'>;

/** @returns The same outcome for each of some targets. */
export function settleAll(
  targets: readonly number[],
  outcome: Outcome,
  requestId?: string,
  reason?: Reason,
): Settlement[] {
  return targets.map((target) => ({
    target,
    outcome,
    ...(requestId === undefined ? {} : { requestId }),
    ...(reason === undefined ? {} : { reason }),
  }));
}

/** @returns The outcome of a single target that VOD does not find or does not accept. */
export function settleAlone(
  plan: Plan,
  targets: readonly number[],
  error: VodError,
  gone: Perhaps | undefined,
): Settlement[] {
  const reason = reasonOf(error);
  const undone = gone === 'lost-answer' ? 'unknown' : 'failed';
  if (error.kind !== 'not-found') return settleAll(targets, undone, error.requestId, reason);
  const target = plan.targets[targets[0] ?? -1];
  // VOD may not accept addresses of snapshots, so this does not prove that it is gone.
  if (target?.by === 'url' && target.snapshot !== undefined) {
    const refused = { ...reason, kind: 'snapshot-refused' } as const;
    return settleAll(targets, undone, error.requestId, refused);
  }
  const kind = gone === undefined ? reason.kind : GONE_AFTER[gone];
  return settleAll(targets, 'already-gone', error.requestId, { ...reason, kind });
}

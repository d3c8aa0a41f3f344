import { clientOf, KeyFault } from '../accounts/client.ts';
import type { Pace } from '../vod/pace.ts';
import { hindranceOf, pauseFor } from './hindrance.ts';
import { runJob } from './job.ts';
import { type JobRecord, PASSING_PAUSES, type PausedFor } from './job-record.ts';
import type { Obstacle } from './job-tools.ts';
import type { Journal } from './journal.ts';
import { OUTCOMES } from './outcome.ts';

/** After this many runs without any outcome, a minute apart, the next run is the last. */
const MOST_WAITS = 30;

/** Why a run ended before its job did. */
type Left = { readonly pause: PausedFor } | Obstacle;

/** What one run of a job needs. */
export interface RunTools {
  readonly journal: Journal;
  /** The pace of an account. */
  readonly pace: (accountId: string) => Pace;
  /** Ends new sends. The reason `person` means Stop. */
  readonly signal: AbortSignal;
  /** Whether the browser is connected to a network. */
  readonly online: () => boolean;
}

/**
 * Runs a job until it has ended or must pause, and writes that to the journal. Nobody else may run it
 * meanwhile; see `lease.ts`.
 */
export async function runHeld(jobId: string, tools: RunTools): Promise<void> {
  const { journal } = tools;
  // The holder before may have changed or ended it.
  const job = await journal.job(jobId);
  if (job === undefined || job.state === 'ended') return;
  const left = await carryOut(job, tools);
  if (left === undefined) return;
  const moved = await journal.move(job.id, (now) =>
    now.state === 'running' || now.state === 'waiting' || now.state === 'paused'
      ? { state: 'paused', ...pauseOf(left, job, now) }
      : undefined,
  );
  // Stop came while the run was failing. This run ends the job and sends no deletion.
  if (moved?.state === 'stopping') {
    await carryOut(moved, { ...tools, signal: AbortSignal.abort('person') });
  }
}

/** @returns Why the job must pause, or `undefined` when it has ended. */
async function carryOut(
  job: JobRecord,
  { journal, pace, signal, online }: RunTools,
): Promise<Left | undefined> {
  try {
    const plan = await journal.plan(job.id);
    if (plan === undefined) return { pause: 'trouble' };
    const hindrance = signal.aborted ? undefined : await hindranceOf(job, plan);
    if (hindrance !== undefined) return { pause: hindrance };
    await journal.move(job.id, ({ state }) =>
      state === 'stopping' ? undefined : { state: 'running' },
    );
    const obstacle = await runJob(plan, {
      client: clientOf(job.accountId, job.region, job.keyHint, job.id),
      journal,
      pace: pace(job.accountId),
      signal,
      final: (job.waits ?? 0) >= MOST_WAITS,
      online,
    });
    if (obstacle !== undefined) return obstacle;
    await journal.move(job.id, () => ({ state: 'ended', endedAt: Date.now() }));
    return undefined;
  } catch (error) {
    // Nothing is lost: open sends stay open in the journal, and the next run decides them.
    if (error instanceof KeyFault) return { pause: pauseFor(error.code) };
    console.error(error);
    return { pause: isNoRoom(error) ? 'no-room' : 'trouble' };
  }
}

/** @returns The changes to a job's record for a pause. Counts the runs without any outcome. */
function pauseOf(left: Left, before: JobRecord, now: JobRecord): Partial<JobRecord> {
  const idle = doneOf(before) === doneOf(now);
  return {
    pausedFor: left.pause,
    waits: idle && PASSING_PAUSES.has(left.pause) ? (now.waits ?? 0) + 1 : 0,
    ...('reason' in left ? { obstacle: left.reason } : {}),
  };
}

function doneOf({ counts }: JobRecord): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** @returns Whether a write failed because the disk or the extension's quota is full. */
function isNoRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

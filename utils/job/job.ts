import type { Plan } from '../plan/plan.ts';
import type { Reason } from '../plan/reason.ts';
import type { VodClient } from '../vod/client.ts';
import type { Pace, Sleep } from '../vod/pace.ts';
import { CallRun } from './call-run.ts';
import { Inquiry } from './inquiry.ts';
import type { PausedFor, SendRecord } from './job-record.ts';
import type { Journal } from './journal.ts';
import { isOneItems, type Perhaps } from './perhaps.ts';

/** Calls of one job under way at once: enough for VOD's limit at answers that take half a second. */
const LANES = 25;

/** What keeps the rest of a job from being sent for now, and what VOD said. */
export interface Obstacle {
  readonly pause: Extract<PausedFor, 'refused' | 'throttled' | 'unreachable' | 'offline'>;
  readonly reason: Reason;
}

export interface JobTools {
  readonly client: VodClient;
  readonly journal: Journal;
  readonly pace: Pace;
  /** Ends new sends; what is under way is still answered. Its reason `person` means Stop. */
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
  /** Nothing is tried later: what cannot be settled in this run ends as failed or unknown. */
  readonly final?: boolean;
  /** Whether the browser is connected to a network at all. */
  readonly online?: () => boolean;
}

/**
 * Carries out a plan: every target has an outcome in the journal when it resolves with nothing.
 * With an obstacle it resolves early; what has no outcome then is for a later run. Picks up where an
 * earlier run left off: settled targets are not sent again, and those of a send that is open are
 * settled as perhaps gone.
 */
export async function runJob(plan: Plan, tools: JobTools): Promise<Obstacle | undefined> {
  const { journal } = tools;
  const settled = new Set((await journal.outcomes(plan.id)).map((one) => one.target));
  const perhapsGone = perhapsGoneAfter(await journal.sends(plan.id));
  const halt = new AbortController();
  const signal = AbortSignal.any([tools.signal, halt.signal]);
  let obstacle: Obstacle | undefined;
  const run = new CallRun(plan, {
    ...tools,
    signal,
    inquiry: new Inquiry(tools.client, signal),
    halt: (met) => {
      obstacle ??= met;
      halt.abort('obstacle');
    },
  });

  const queue = plan.calls
    .map((call) => call.filter((target) => !settled.has(target)))
    .filter((call) => call.length > 0)
    .map((call) => ({ call, perhaps: firstOf(call, perhapsGone) }));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await run.carryOut(next.call, next.perhaps);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  return obstacle;
}

/** Targets of sends that may have been carried out although no answer said so. */
function perhapsGoneAfter(sends: readonly SendRecord[]): Map<number, Perhaps> {
  const gone = new Map<number, Perhaps>();
  for (const { answeredAt, mayHaveActed, reason, targets } of sends) {
    if (answeredAt !== undefined && mayHaveActed !== true) continue;
    const by = reason !== undefined && isOneItems(reason.kind) ? 'earlier-try' : 'lost-answer';
    for (const target of targets) if (gone.get(target) !== 'lost-answer') gone.set(target, by);
  }
  return gone;
}

function firstOf(call: readonly number[], gone: ReadonlyMap<number, Perhaps>): Perhaps | undefined {
  return call.map((target) => gone.get(target)).find((one) => one !== undefined);
}

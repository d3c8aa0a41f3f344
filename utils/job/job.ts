import type { Plan } from '../plan/plan.ts';
import { CallRun } from './call-run.ts';
import { Inquiry } from './inquiry.ts';
import type { SendRecord } from './job-record.ts';
import type { JobTools, Obstacle } from './job-tools.ts';
import { isOneItems, type Perhaps } from './perhaps.ts';

/** How many calls of a job run at once: enough for VOD's rate limit if an answer takes 0.5 s. */
const LANES = 25;

/**
 * Carries out a plan, and continues an earlier run: targets with an outcome are not sent again, and
 * the targets of an open send count as perhaps gone.
 * @returns `undefined` when every target has an outcome in the journal. Otherwise the obstacle; the
 *   targets without an outcome are left to a later run.
 * @throws KeyFault when there is no key, and the errors of the journal.
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

/** @returns The targets of sends that may have been carried out although no answer proves it. */
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

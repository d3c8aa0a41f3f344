import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { runJob } from '../../../utils/job/job.ts';
import { Journal } from '../../../utils/job/journal.ts';
import type { TargetOutcome } from '../../../utils/job/outcome.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import type { VodClient } from '../../../utils/vod/client.ts';
import { Pace } from '../../../utils/vod/pace.ts';
import { clientOf } from './acme.ts';

export interface CarryOutOptions {
  readonly client?: VodClient;
  readonly journal?: Journal;
  readonly signal?: AbortSignal;
  readonly final?: boolean;
}

/** Creates a separate journal, with a job for the plan. */
export async function openJob(plan: Plan): Promise<Journal> {
  const journal = new Journal(`journal-${crypto.randomUUID()}`);
  await journal.open(plan, { accountName: 'Acme', startsAt: 0 });
  return journal;
}

/** Carries out a plan on the sandbox, without waiting between tries. */
export async function carryOut(sandbox: Sandbox, plan: Plan, options: CarryOutOptions = {}) {
  const journal = options.journal ?? (await openJob(plan));
  const halted = await runJob(plan, {
    client: options.client ?? clientOf(sandbox),
    journal,
    pace: new Pace(),
    signal: options.signal ?? new AbortController().signal,
    sleep: async () => {},
    final: options.final ?? false,
    online: () => true,
  });
  const outcomes = await journal.outcomes(plan.id);
  return { halted, outcomes, journal, by: countBy(outcomes) };
}

/** @returns All calls of DeleteImage, whether they succeeded or not. */
export const deletionsOf = (sandbox: Sandbox) =>
  sandbox.calls.filter((call) => call.action === 'DeleteImage');

function countBy(outcomes: readonly TargetOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

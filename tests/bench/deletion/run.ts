import type { CallInBrief, SandboxProcess } from '../../../sandbox/process.ts';
import type { Item } from '../../../utils/collection/item.ts';
import type { OutcomeCounts } from '../../../utils/job/outcome.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import { ended } from '../../torture/journal.ts';
import { planOf } from '../../torture/plan.ts';
import { accountOf, openRig, type Rig, saveTyped, startPlan, wake } from '../../torture/rig.ts';
import { probeWorker, type WorkerCost } from './worker-probe.ts';

/** A browser that is signed in and ready for jobs. */
export interface Worker {
  readonly rig: Rig;
  readonly keyHint: string;
}

/** What one job was and cost. */
export interface Done {
  readonly plan: Plan;
  readonly counts: OutcomeCounts;
  readonly cost: WorkerCost;
}

/** Starts a browser and saves the account in it. */
export async function openWorker(sandbox: SandboxProcess, executable: string): Promise<Worker> {
  const rig = await openRig(sandbox, executable);
  await rig.driver.setGrace(0);
  const [acme] = sandbox.accounts;
  return { rig, keyHint: await saveTyped(rig.driver, accountOf(acme), acme) };
}

/** Carries items out as one job, in a worker that has just started and so knows no pace yet. */
export async function carryOut(
  { rig, keyHint }: Worker,
  sandbox: SandboxProcess,
  items: readonly Item[],
): Promise<Done> {
  const { driver, browser } = rig;
  await driver.killWorker();
  await wake(driver);
  const probe = await probeWorker(browser);
  const plan = planOf(items, accountOf(sandbox.accounts[0]), keyHint);
  await startPlan(driver, plan);
  const { job, outcomes } = await ended(driver, plan.id, 900_000);
  const cost = await probe.cost();
  await probe.close();
  if (job === undefined || outcomes.length !== items.length) {
    throw new Error(`${outcomes.length} of ${items.length} targets have an outcome`);
  }
  return { plan, counts: job.counts, cost };
}

/** Which of several lists of ids a call is of, by the first id it names. */
export function ownerAmong(lists: readonly (readonly string[])[]): (call: CallInBrief) => number {
  const owners = new Map(lists.flatMap((ids, owner) => ids.map((id) => [id, owner] as const)));
  return ({ parameters }) => owners.get((parameters.ImageIds ?? '').split(',')[0] ?? '') ?? -1;
}

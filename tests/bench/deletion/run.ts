import type { CallInBrief, SandboxProcess } from '../../../sandbox/process.ts';
import type { Item } from '../../../utils/collection/item.ts';
import type { OutcomeCounts } from '../../../utils/job/outcome.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import { ended } from '../../torture/journal.ts';
import { planOf } from '../../torture/plan.ts';
import { accountOf, openRig, type Rig, saveTyped, startPlan, wake } from '../../torture/rig.ts';
import { probeWorker, type WorkerCost } from './worker-probe.ts';

/** A browser in which an account is saved, ready for jobs. */
export interface Worker {
  readonly rig: Rig;
  readonly keyHint: string;
}

/** One finished job and its cost. */
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

/** Deletes items in one job. The worker is started anew, so that it knows no pace yet. */
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

/**
 * @returns A function that finds, by the first id of a call, the list it belongs to; -1 if none.
 */
export function ownerAmong(lists: readonly (readonly string[])[]): (call: CallInBrief) => number {
  const owners = new Map(lists.flatMap((ids, owner) => ids.map((id) => [id, owner] as const)));
  return ({ parameters }) => owners.get((parameters.ImageIds ?? '').split(',')[0] ?? '') ?? -1;
}

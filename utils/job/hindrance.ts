import type { Account } from '../accounts/account.ts';
import { accountById } from '../accounts/accounts.ts';
import type { KeyFaultCode } from '../accounts/client.ts';
import { type LookUpFault, lookUp } from '../accounts/look-up.ts';
import { readManaged } from '../accounts/managed.ts';
import { type ManagedLimitFault, managedLimitFault } from '../plan/managed-limits.ts';
import { mustTypeNumber, type Plan } from '../plan/plan.ts';
import { type PlanFault, planFault } from '../plan/plan-fault.ts';
import type { JobRecord, PausedFor } from './job-record.ts';

/** Why a plan was not started. Nothing was sent and nothing was written to the journal. */
export type StartFault =
  | PlanFault
  | ManagedLimitFault
  | LookUpFault
  | 'number-not-typed'
  /** Region or key are not the confirmed ones. */
  | 'account-changed';

/** A confirmed plan, and the number that the person typed, if it was required. */
export interface Confirmed {
  readonly plan: Plan;
  readonly typed?: number | undefined;
}

/** @returns The account of a confirmed plan, or why the plan may not be started. */
export async function accountToStart({ plan, typed }: Confirmed): Promise<Account | StartFault> {
  const found = await lookUp(plan.accountId);
  if (!found.ok) return found.why;
  const { account } = found;
  if (found.key.hint !== plan.keyHint || account.region !== plan.region) return 'account-changed';
  const managed = await readManaged();
  const mustType = managed.alwaysTypeNumber || mustTypeNumber(plan);
  if (mustType && typed !== plan.targets.length) return 'number-not-typed';
  return planFault(plan, account) ?? managedLimitFault(plan, managed) ?? account;
}

/** @returns Why a job cannot be carried out as it was confirmed, or `undefined`. */
export async function hindranceOf(job: JobRecord, plan: Plan): Promise<PausedFor | undefined> {
  const account = await accountById(job.accountId);
  if (account === undefined || planFault(plan, account) !== undefined) return 'account-changed';
  if (account.region !== job.region) return 'account-changed';
  if (managedLimitFault(plan, await readManaged()) !== undefined) return 'account-changed';
  const found = await lookUp(account.id, job.id);
  if (!found.ok) return pauseFor(found.why);
  return found.key.hint === job.keyHint ? undefined : 'other-key';
}

/** @returns The pause of a job whose calls cannot be signed. */
export function pauseFor(code: KeyFaultCode): PausedFor {
  return code === 'no-account' ? 'account-changed' : code;
}

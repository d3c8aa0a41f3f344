import type { Account } from '../accounts/account.ts';
import { isOwnHost } from '../spotting/standing.ts';
import { MAX_ITEMS } from '../vod/input.ts';
import { goesAlone } from './pack.ts';
import type { Plan } from './plan.ts';

/** Why a plan that came in a message must not be carried out. */
export type PlanFault =
  | 'calls-do-not-cover'
  | 'call-too-large'
  | 'call-mixed'
  | 'not-mine'
  /** More targets than the account's largest job. */
  | 'too-many'
  /** A target by VideoId, which the account's limits forbid. */
  | 'video-forbidden';

/**
 * Checks a plan before it is carried out: it keeps the account's limits, each target is in exactly
 * one call, each call keeps the API's limits, and each address is on an own host.
 */
export function planFault(plan: Plan, account: Account): PlanFault | undefined {
  const { limits } = account;
  if (plan.targets.length > limits.largestJob) return 'too-many';
  if (!limits.byVideo && plan.targets.some(({ by }) => by === 'video')) return 'video-forbidden';
  const seen = new Set<number>();
  for (const call of plan.calls) {
    const targets = call.map((index) => plan.targets[index]);
    const by = targets[0]?.by;
    if (by === undefined || targets.some((target) => target?.by !== by)) return 'call-mixed';
    if (call.length > (targets.some((one) => one !== undefined && goesAlone(one)) ? 1 : MAX_ITEMS))
      return 'call-too-large';
    for (const index of call) {
      if (seen.has(index)) return 'calls-do-not-cover';
      seen.add(index);
    }
  }
  if (seen.size !== plan.targets.length) return 'calls-do-not-cover';
  const foreign = plan.targets.some(
    (target) => target.by === 'url' && !isOwnHost(new URL(target.address).host, account.ownDomains),
  );
  return foreign ? 'not-mine' : undefined;
}

import type { DeletionWay, ManagedSettings } from '../accounts/managed.ts';
import type { Plan } from './plan.ts';
import type { Target } from './target.ts';

/** Why an administrator's limits forbid a plan. */
export type ManagedLimitFault =
  | 'address-forbidden'
  | 'id-forbidden'
  | 'video-forbidden'
  /** More targets than the largest job. */
  | 'too-many';

const WAYS: Readonly<
  Record<Target['by'], { readonly way: DeletionWay; readonly fault: ManagedLimitFault }>
> = {
  url: { way: 'byAddress', fault: 'address-forbidden' },
  id: { way: 'byId', fault: 'id-forbidden' },
  video: { way: 'byVideo', fault: 'video-forbidden' },
};

/** Checks a plan against an administrator's limits before it is carried out. */
export function managedLimitFault(
  plan: Pick<Plan, 'targets'>,
  managed: Pick<ManagedSettings, 'deletions' | 'largestJob'>,
): ManagedLimitFault | undefined {
  if (plan.targets.length > managed.largestJob) return 'too-many';
  const forbidden = plan.targets.find(({ by }) => !managed.deletions[WAYS[by].way]);
  return forbidden === undefined ? undefined : WAYS[forbidden.by].fault;
}

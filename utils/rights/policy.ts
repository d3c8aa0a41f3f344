import type { Purpose } from '../vod/operations/operation.ts';
import { OPERATIONS, type RamAction, ramActionOf } from '../vod/operations/table.ts';
import { ACTIONS } from './results.ts';

export type { Purpose } from '../vod/operations/operation.ts';

/** The RAM actions that each purpose of a key needs. */
export const PURPOSES: Readonly<Record<Purpose, readonly RamAction[]>> = {
  delete: actionsOf('delete'),
  ask: actionsOf('ask'),
  domains: actionsOf('domains'),
  purge: actionsOf('purge'),
};

function actionsOf(purpose: Purpose): readonly RamAction[] {
  return OPERATIONS.filter((operation) => operation.purpose === purpose).map(ramActionOf);
}

/** @returns The actions that the purposes need, each once, in the order in which they are shown. */
export function actionsFor(purposes: readonly Purpose[]): readonly RamAction[] {
  const wanted = new Set<RamAction>(purposes.flatMap((purpose) => PURPOSES[purpose]));
  return ACTIONS.filter((action) => wanted.has(action));
}

/**
 * Writes the RAM policy that allows these actions and nothing else. It covers all resources, since
 * VOD has no rights for single ones. https://www.alibabacloud.com/help/en/ram/policy-overview
 * @returns JSON to paste, or `undefined` without an action: RAM refuses an empty policy.
 */
export function ramPolicy(actions: readonly RamAction[]): string | undefined {
  const allowed = ACTIONS.filter((action) => actions.includes(action));
  if (allowed.length === 0) return undefined;
  const policy = {
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: allowed, Resource: '*' }],
  };
  return JSON.stringify(policy, null, 2);
}

/**
 * @param language The language of the interface, such as `zh-CN` or `en_US`.
 * @returns The page of the RAM console for policies: on the Chinese site for Chinese, else on the
 *   international one.
 */
export function ramPoliciesPage(language: string): string {
  return /^zh\b/i.test(language.replace('_', '-'))
    ? 'https://ram.console.aliyun.com/policies'
    : 'https://ram.console.alibabacloud.com/policies';
}

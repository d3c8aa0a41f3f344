import { ACTIONS, type RamAction } from './account-test.ts';

/** What a key can be meant for, and the RAM actions that each purpose takes. */
export const PURPOSES = {
  /** To delete. */
  delete: ['vod:DeleteImage'],
  /** To look ids up before they are deleted, and to settle an answer that was lost. */
  ask: ['vod:GetImageInfos', 'vod:ListSnapshots'],
  /** To find the account's own domains. */
  domains: ['vod:DescribeVodUserDomains'],
  /** To make the CDN forget its copies, and to see how that goes. */
  purge: [
    'vod:RefreshVodObjectCaches',
    'vod:DescribeVodRefreshTasks',
    'vod:DescribeVodRefreshQuota',
  ],
} as const satisfies Record<string, readonly RamAction[]>;

export type Purpose = keyof typeof PURPOSES;

/** Takes purposes; gives the actions they take, each once, in the order they are shown. */
export function actionsFor(purposes: readonly Purpose[]): readonly RamAction[] {
  const wanted = new Set<RamAction>(purposes.flatMap((purpose) => PURPOSES[purpose]));
  return ACTIONS.filter((action) => wanted.has(action));
}

/**
 * Takes actions; gives the RAM policy that allows these and nothing else, as JSON to paste, or
 * nothing for no action, which RAM would refuse. VOD knows no rights to single resources, so it
 * allows them on all. https://www.alibabacloud.com/help/en/ram/policy-overview
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
 * Takes the language of the interface; gives the page of the RAM console where policies are made:
 * that of the Chinese site for Chinese, of the international one for all others.
 */
export function ramPoliciesPage(language: string): string {
  return /^zh\b/i.test(language.replace('_', '-'))
    ? 'https://ram.console.aliyun.com/policies'
    : 'https://ram.console.alibabacloud.com/policies';
}

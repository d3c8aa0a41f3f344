import type { RamAction } from './account-test.ts';

/** The RAM policy that allows these actions and nothing else, as JSON. */
export function policyFor(actions: readonly RamAction[]): string {
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return JSON.stringify({ Version: '1', Statement: [statement] }, null, 2);
}

/** Where policies are made in the RAM console. */
export const POLICIES_PAGE = 'https://ram.console.aliyun.com/policies';

import type { Account } from './account.ts';
import type { ManagedSettings } from './managed.ts';

/** An account and its origin. */
export interface JoinedAccount {
  readonly account: Account;
  /** Whether an administrator set it up: then only its credentials can be changed here. */
  readonly managed: boolean;
}

/** The administrator decides about this account, or about the list of accounts. */
export type ManagedSaveFault = 'managed';

type Joining = Pick<ManagedSettings, 'accounts' | 'deletions' | 'largestJob' | 'locked'>;

/**
 * Joins the accounts of an administrator with the person's own. The administrator's limits apply to
 * all of them.
 * @returns The administrator's accounts, then the person's own, without those whose id an
 *   administrator uses. If own accounts are locked, only the administrator's.
 */
export function joinManaged(own: readonly Account[], managed: Joining): readonly JoinedAccount[] {
  const taken = new Set(managed.accounts.map(({ id }) => id));
  const kept = managed.locked.has('accounts') ? [] : own.filter(({ id }) => !taken.has(id));
  return [
    ...managed.accounts.map((account) => ({ account: limited(account, managed), managed: true })),
    ...kept.map((account) => ({ account: limited(account, managed), managed: false })),
  ];
}

function limited(account: Account, { deletions, largestJob }: Joining): Account {
  const { limits } = account;
  return {
    ...account,
    limits: {
      largestJob: Math.min(limits.largestJob, largestJob),
      byVideo: limits.byVideo && deletions.byVideo,
    },
  };
}

/**
 * Checks an account that is about to be saved. A managed account may be saved only unchanged, to
 * save its key.
 * @returns Why it may not be saved, or `undefined`.
 */
export function managedSaveFault(account: Account, managed: Joining): ManagedSaveFault | undefined {
  const [theirs] = joinManaged([], {
    ...managed,
    accounts: managed.accounts.filter(({ id }) => id === account.id),
  });
  if (theirs !== undefined) return isSame(theirs.account, account) ? undefined : 'managed';
  return managed.locked.has('accounts') ? 'managed' : undefined;
}

/** @returns Whether two accounts are equal in every part, whatever the order of the parts. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  const [parts, others] = [Object.entries(one), Object.entries(other)];
  return (
    parts.length === others.length &&
    parts.every(([name, part]) => isSame(part, (other as Record<string, unknown>)[name]))
  );
}

import type { Account } from './account.ts';
import type { ManagedSettings } from './managed.ts';

/** An account with where it comes from. */
export interface JoinedAccount {
  readonly account: Account;
  /** Set up by an administrator: only the credentials may be changed here. */
  readonly managed: boolean;
}

/** The account, or the list of accounts, is the administrator's. */
export type ManagedSaveFault = 'managed';

type Joining = Pick<ManagedSettings, 'accounts' | 'deletions' | 'largestJob' | 'locked'>;

/**
 * The accounts that there are: those of an administrator first, then the person's own, unless own
 * ones are locked. An own account whose id an administrator took is not among them. The
 * administrator's limits hold for all.
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
 * Why an account may not be saved, changed or removed, if so. The key of a managed account may be
 * saved: its account must then be the one that the interface was given.
 */
export function managedSaveFault(account: Account, managed: Joining): ManagedSaveFault | undefined {
  const [theirs] = joinManaged([], {
    ...managed,
    accounts: managed.accounts.filter(({ id }) => id === account.id),
  });
  if (theirs !== undefined) return isSame(theirs.account, account) ? undefined : 'managed';
  return managed.locked.has('accounts') ? 'managed' : undefined;
}

/** Whether two accounts are the same in every part; the order of the parts does not matter. */
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

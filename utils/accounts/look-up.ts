import { sameSource } from '../keys/credentials.ts';
import { type Key, type KeyLack, keyOf } from '../keys/key.ts';
import type { KeyOwner } from '../keys/owner.ts';
import type { Account } from './account.ts';
import { accountById } from './accounts.ts';

/** Why nothing can be signed for an account. */
export type LookUpFault = 'no-account' | KeyLack;

/** An account with the key that signs for it, or why there is none. */
export type LookedUp =
  | { readonly ok: true; readonly account: Account; readonly key: Key }
  | { readonly ok: false; readonly why: LookUpFault };

/**
 * Finds an account and its key, which is fetched first if it has to be. Only the worker calls this.
 * @param jobId Of a job that was under way when the vault was locked: also finds the key that was
 *   kept for that job.
 */
export async function lookUp(accountId: string, jobId?: string): Promise<LookedUp> {
  const account = await accountById(accountId);
  if (account === undefined) return { ok: false, why: 'no-account' };
  const found = await keyOf(ownerOf(account), jobId);
  return found.ok ? { ok: true, account, key: found.key } : found;
}

/** @returns The account as its keys know it. */
export function ownerOf({ id, key }: Account): KeyOwner {
  return {
    id,
    key,
    isCurrent: async () => {
      const now = await accountById(id);
      return now !== undefined && sameSource(now.key, key);
    },
  };
}

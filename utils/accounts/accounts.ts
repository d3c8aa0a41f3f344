import type { Account } from './account.ts';
import { storedAccounts } from './items.ts';
import { readManaged } from './managed.ts';
import { type JoinedAccount, joinManaged } from './managed-join.ts';

/** @returns All accounts: the person's own and those of an administrator. */
export async function allAccounts(): Promise<readonly JoinedAccount[]> {
  const [own, managed] = await Promise.all([storedAccounts.getValue(), readManaged()]);
  return joinManaged(own, managed);
}

/** @returns The current account: the chosen one, else the first of an administrator. */
export function currentOf<T extends JoinedAccount>(
  accounts: readonly T[],
  chosen: string | null,
): T | undefined {
  return (
    accounts.find(({ account }) => account.id === chosen) ?? accounts.find(({ managed }) => managed)
  );
}

/** @returns The account with this id, or `undefined`. */
export async function accountById(id: string): Promise<Account | undefined> {
  return (await allAccounts()).find(({ account }) => account.id === id)?.account;
}

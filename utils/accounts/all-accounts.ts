import { storedAccounts } from './items.ts';
import { readManaged } from './managed.ts';
import { type JoinedAccount, joinManaged } from './managed-join.ts';

/** @returns All accounts: the person's own and those of an administrator. */
export async function allAccounts(): Promise<readonly JoinedAccount[]> {
  const [own, managed] = await Promise.all([storedAccounts.getValue(), readManaged()]);
  return joinManaged(own, managed);
}

import { storedAccounts } from './items.ts';
import { readManaged } from './managed.ts';
import { type JoinedAccount, joinManaged } from './managed-join.ts';

/** All accounts: the one place where those of every origin come together. */
export async function allAccounts(): Promise<readonly JoinedAccount[]> {
  const [own, managed] = await Promise.all([storedAccounts.getValue(), readManaged()]);
  return joinManaged(own, managed);
}

import { storedAccounts } from '../keys/items.ts';
import { readManaged } from './managed.ts';
import { type JoinedAccount, joinManaged } from './managed-join.ts';

/** All accounts: the one place where those of every origin come together. */
export async function allAccounts(): Promise<readonly JoinedAccount[]> {
  const [own, managed] = await Promise.all([storedAccounts.getValue(), readManaged()]);
  return joinManaged(own, managed);
}

/** The ids of all accounts whose key rests in the vault. */
export async function idsInVault(): Promise<ReadonlySet<string>> {
  const inVault = (await allAccounts()).filter(({ account }) => account.key.from === 'vault');
  return new Set(inVault.map(({ account }) => account.id));
}

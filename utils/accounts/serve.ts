import { type Served, serve } from '../browser/messages.ts';
import { fetchKey } from '../keys/fetched.ts';
import { accountById } from './accounts.ts';
import * as commands from './commands.ts';
import { ownerOf } from './look-up.ts';
import { observeManaged } from './managed.ts';
import {
  followManaged,
  forgetKey,
  importAccounts,
  removeAccount,
  saveAccount,
  tidySession,
  useAccount,
} from './saving.ts';

/** The jobs of accounts. */
export interface AccountUsers {
  /** Resumes what VOD refused an account, since the account was saved or has another key. */
  mended(accountId: string): Promise<void>;
  /** Resumes every job that can continue now. */
  resume(): Promise<void>;
}

/** Saves, changes and removes accounts, and follows what an administrator sets. */
export function serveAccounts(users: AccountUsers): readonly Served[] {
  const mendedUnless = async <Fault>(accountId: string, fault: Fault): Promise<Fault> => {
    if (fault === undefined) await users.mended(accountId);
    return fault;
  };
  observeManaged(() => void followManaged().then(() => users.resume()));
  void tidySession();
  return [
    serve(commands.saveAccount, async ({ account, credentials }) =>
      mendedUnless(account.id, await saveAccount(account, credentials)),
    ),
    serve(commands.useAccount, ({ accountId }) => useAccount(accountId)),
    serve(commands.removeAccount, ({ accountId }) => removeAccount(accountId)),
    serve(commands.importAccounts, ({ accounts }) => importAccounts(accounts)),
    serve(commands.forgetKey, ({ accountId }) => forgetKey(accountId)),
    serve(commands.fetchKey, async ({ accountId }) => {
      const account = await accountById(accountId);
      if (account === undefined) throw new Error('There is no such account');
      return mendedUnless(accountId, await fetchKey(ownerOf(account)));
    }),
  ];
}

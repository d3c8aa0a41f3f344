import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { storedCredentialsSchema } from '../keys/credentials.ts';
import type { UriFault } from '../keys/uri-fault.ts';
import { accountSchema } from './account.ts';
import { MOST_ACCOUNTS } from './account-file.ts';
import type { SaveFault } from './saving.ts';

const byId = v.strictObject({ accountId: v.string() });

/**
 * Saves an account and makes it current. Credentials that come with it are kept where the account's
 * key source says. Without them, those that it has stay, and move when the source changed.
 */
export const saveAccount = command<SaveFault | undefined>()(
  'saveAccount',
  v.strictObject({ account: accountSchema, credentials: v.optional(storedCredentialsSchema) }),
);

/** Makes an account the current one. */
export const useAccount = command<void>()('useAccount', byId);

/** Removes an account with its credentials; its history stays. */
export const removeAccount = command<void>()('removeAccount', byId);

/** Adds accounts that were exported. An id that is taken is replaced by a new one. */
export const importAccounts = command<void>()(
  'importAccounts',
  v.strictObject({
    accounts: v.pipe(v.array(accountSchema), v.minLength(1), v.maxLength(MOST_ACCOUNTS)),
  }),
);

/** Forgets the credentials of an account at once, in memory and in the vault. */
export const forgetKey = command<void>()('forgetKey', byId);

/** Fetches the credentials of an account from its URI now; the result is what went wrong, if anything. */
export const fetchKey = command<UriFault | undefined>()('fetchKey', byId);

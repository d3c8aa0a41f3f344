import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { storedCredentialsSchema } from '../keys/credentials.ts';
import type { UriFault } from '../keys/uri-fault.ts';
import { accountSchema } from './account.ts';
import { MOST_ACCOUNTS } from './account-file.ts';
import type { SaveFault } from './saving.ts';

const byId = v.strictObject({ accountId: v.string() });

/**
 * Saves an account and makes it current. The credentials are kept where the account's key source
 * says. If none are sent, the present ones stay, and move when the key source changed.
 */
export const saveAccount = command<SaveFault | undefined>()(
  'saveAccount',
  v.strictObject({ account: accountSchema, credentials: v.optional(storedCredentialsSchema) }),
);

/** Makes an account the current one. */
export const useAccount = command<void>()('useAccount', byId);

/** Removes an account and its credentials; its history stays. */
export const removeAccount = command<void>()('removeAccount', byId);

/** Adds exported accounts. An id that is in use is replaced by a new one. */
export const importAccounts = command<void>()(
  'importAccounts',
  v.strictObject({
    accounts: v.pipe(v.array(accountSchema), v.minLength(1), v.maxLength(MOST_ACCOUNTS)),
  }),
);

/** Removes the credentials of an account from memory and from the vault. */
export const forgetKey = command<void>()('forgetKey', byId);

/** Fetches the credentials of an account from its URI now. The result is the fault, if any. */
export const fetchKey = command<UriFault | undefined>()('fetchKey', byId);

import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { vaultSettingsSchema } from '../keys/settings.ts';
import type { UriFault } from '../keys/uri-fault.ts';
import type { AccountTest } from '../rights/account-test.ts';
import type { FoundDomains } from '../rights/found-domains.ts';
import { accountSchema, storedCredentialsSchema } from './account.ts';

const accountId = v.string();
const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

/** Why an account was not saved. */
export type SaveFault = 'locked' | 'no-vault' | 'managed';

/**
 * Saves an account and makes it current; with credentials, keeps those where the account's key
 * source says. Without, those it has stay, and move when the source changed.
 */
export const saveAccountCommand = command<SaveFault | undefined>()(
  'saveAccount',
  v.strictObject({ account: accountSchema, credentials: v.optional(storedCredentialsSchema) }),
);

/** Makes an account the current one. */
export const useAccountCommand = command<void>()('useAccount', v.strictObject({ accountId }));

/** Removes an account with its credentials; its history stays. */
export const removeAccountCommand = command<void>()('removeAccount', v.strictObject({ accountId }));

/** Adds accounts that were exported; ids that are taken are replaced by new ones. */
export const importAccountsCommand = command<void>()(
  'importAccounts',
  v.strictObject({ accounts: v.pipe(v.array(accountSchema), v.minLength(1), v.maxLength(200)) }),
);

/** Forgets the credentials of an account at once, in memory and in the vault. */
export const forgetKeyCommand = command<void>()('forgetKey', v.strictObject({ accountId }));

/** Fetches the credentials of an account from its URI now; gives what went wrong, if anything. */
export const fetchKeyCommand = command<UriFault | undefined>()(
  'fetchKey',
  v.strictObject({ accountId }),
);

/**
 * What came of a passphrase: taken, not the right one, or not looked at before a time (ms).
 * `damaged`: what is stored of the vault, or of an account in it, cannot be read; it is left as it is.
 */
export type PassphraseAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'wrong' | 'too-soon' | 'no-vault' | 'damaged';
      readonly nextTryAt?: number;
    };

/** Makes the vault, unlocked and empty. Fails when there is one. */
export const makeVaultCommand = command<void>()('makeVault', v.strictObject({ passphrase }));

export const unlockCommand = command<PassphraseAnswer>()(
  'unlockVault',
  v.strictObject({ passphrase }),
);

export const lockCommand = command<void>()('lockVault', v.strictObject({}));

/** Encrypts all that the vault holds anew, at once or not at all. */
export const changePassphraseCommand = command<PassphraseAnswer>()(
  'changePassphrase',
  v.strictObject({ before: passphrase, after: passphrase }),
);

/** Removes the vault with all credentials in it. Accounts and history stay. */
export const removeVaultCommand = command<void>()('removeVault', v.strictObject({}));

export const saveVaultSettingsCommand = command<void>()('saveVaultSettings', vaultSettingsSchema);

/** Makes harmless calls with the account's key and tells what it can do. */
export const testAccountCommand = command<AccountTest>()(
  'testAccount',
  v.strictObject({ accountId }),
);

/** Asks VOD which domains the account has; changes nothing. */
export const findDomainsCommand = command<FoundDomains>()(
  'findDomains',
  v.strictObject({ accountId, imageIds: v.pipe(v.array(v.string()), v.maxLength(20)) }),
);

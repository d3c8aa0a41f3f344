import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import type { PassphraseAnswer } from './vault/vault.ts';

const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

/** Makes an empty, unlocked vault. Fails when there is one already. */
export const makeVault = command<void>()('makeVault', v.strictObject({ passphrase }));

/** Unlocks the vault. The result says whether the passphrase was right. */
export const unlockVault = command<PassphraseAnswer>()(
  'unlockVault',
  v.strictObject({ passphrase }),
);

/** Locks the vault. */
export const lockVault = command<void>()('lockVault', v.strictObject({}));

/** Encrypts everything in the vault under another passphrase: all of it or nothing. */
export const changePassphrase = command<PassphraseAnswer>()(
  'changePassphrase',
  v.strictObject({ before: passphrase, after: passphrase }),
);

/** Removes the vault with all credentials in it. Accounts and history stay. */
export const removeVault = command<void>()('removeVault', v.strictObject({}));

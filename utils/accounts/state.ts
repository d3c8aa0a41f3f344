import type { UriFault } from '../keys/uri-fault.ts';
import type { Account } from './account.ts';

/** Whether an account can sign calls now, and why not. */
export type KeyState =
  /** The credentials are in memory. */
  | 'ready'
  /** They are in the vault, which is locked. */
  | 'locked'
  /** They must be typed: they never were, or the session for which they were kept has ended. */
  | 'absent'
  /** They are fetched from a credentials URI when they are needed. */
  | 'on-demand'
  /** Their token has expired, and there is no URI to fetch another from. */
  | 'expired';

/** An account as the interface sees it, without secrets. */
export interface AccountState {
  readonly account: Account;
  readonly keyState: KeyState;
  /** Identifies the key for a person: parts of its id, or host and path of the credentials URI. */
  readonly keyHint?: string;
  /** When the present credentials expire, in milliseconds since 1970. */
  readonly expiresAt?: number;
  /** Why the last fetch failed; absent after a fetch that succeeded. */
  readonly uriFault?: UriFault;
  /** Whether an administrator set it up: then only its credentials can be changed here. */
  readonly managed: boolean;
}

/** The vault as the interface sees it. */
export interface VaultState {
  readonly state: 'none' | 'locked' | 'unlocked';
  /** The stored vault cannot be read: it stays locked, and can only be removed. */
  readonly damaged?: true;
  /** The ids of the accounts whose credentials are in it. */
  readonly holds: readonly string[];
  /** No passphrase is checked before this time, in milliseconds since 1970. */
  readonly nextTryAt?: number;
}

/** All that the interface shows about accounts and the vault. */
export interface AccountsState {
  /** Those of an administrator first, then the person's own, oldest first. */
  readonly accounts: readonly AccountState[];
  readonly current?: AccountState;
  readonly vault: VaultState;
}

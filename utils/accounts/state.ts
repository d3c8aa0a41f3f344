import type { UriFault } from '../keys/uri-fault.ts';
import type { Account } from './account.ts';

/** Whether an account can sign now: with a key at hand, not before the vault is unlocked, or not at all. */
export type KeyState =
  /** Credentials are at hand. */
  | 'ready'
  /** They rest in the vault, which is locked. */
  | 'locked'
  /** They must be typed: never were, or the session they were kept for is over. */
  | 'absent'
  /** They are fetched from a credentials URI when they are needed. */
  | 'on-demand'
  /** Their token has ended, and there is nowhere to fetch another. */
  | 'expired';

/** An account as the interface sees it; never with a secret. */
export interface AccountState {
  readonly account: Account;
  readonly keyState: KeyState;
  /** By what to recognise the key: parts of its id, or host and path of the credentials URI. */
  readonly keyHint?: string;
  /** When the credentials at hand end, in milliseconds since 1970. */
  readonly expiresAt?: number;
  /** What went wrong when they were last fetched, until a fetch succeeds. */
  readonly uriFault?: UriFault;
  /** Set up by an administrator: only the credentials may be changed here. */
  readonly managed: boolean;
}

/** The vault as the interface sees it. */
export interface VaultState {
  readonly state: 'none' | 'locked' | 'unlocked';
  /** What is stored of it cannot be read: it stays locked, and can only be removed. */
  readonly damaged?: true;
  /** Accounts whose credentials rest in it. */
  readonly holds: readonly string[];
  /** No passphrase is looked at before this time, in milliseconds since 1970. */
  readonly nextTryAt?: number;
}

/** All that the interface shows of accounts and vault. */
export interface AccountsState {
  /** In the order they were made, those of an administrator first. */
  readonly accounts: readonly AccountState[];
  readonly current?: AccountState;
  readonly vault: VaultState;
}

import { type Account, NEW_ACCOUNT, type StoredCredentials } from '../accounts/account.ts';
import { readManaged } from '../accounts/managed.ts';
import { defineItem } from '../browser/storage.ts';
import type { VaultKey } from './record.ts';
import { VAULT_SETTINGS, type VaultSettings } from './settings.ts';
import type { Tries } from './tries.ts';
import type { UriFault } from './uri-fault.ts';

/*
 * Everything that is stored of accounts and credentials. Local items outlive the browser, and hold
 * no credentials but those in the vault's record, encrypted. Session items are in memory only, gone
 * when the browser closes, and out of reach of content scripts.
 */

const ACCOUNTS_VERSION = 2;

/** In the order they were made. The first form had no colour, key source and limits. */
export const storedAccounts = defineItem<Account[]>('local:accounts', {
  fallback: [],
  version: ACCOUNTS_VERSION,
  migrations: {
    2: (before: (Omit<Account, keyof typeof NEW_ACCOUNT> & Partial<Account>)[]): Account[] =>
      before.map((account) => ({ ...NEW_ACCOUNT, ...account })),
  },
});

/** Marks accounts as of the present form when they are written together with other items. */
export const ACCOUNTS_FORM = { key: 'local:accounts$', value: { v: ACCOUNTS_VERSION } } as const;

export const currentId = defineItem<string | null>('local:currentAccount', { fallback: null });

/** See record.ts; what is read is checked by `readRecord`. */
export const vaultRecord = defineItem<unknown>('local:vault', { fallback: null });

export const vaultTries = defineItem<Tries | null>('local:vaultTries', { fallback: null });

/** When the vault locks by itself, and what then becomes of a running job. */
export const vaultSettings = defineItem<VaultSettings>('local:vaultSettings', {
  fallback: VAULT_SETTINGS,
});

/** The settings that count: those of the extension where an administrator locked them. */
export async function settingsNow(): Promise<VaultSettings> {
  const { locked } = await readManaged();
  return locked.has('vault') ? VAULT_SETTINGS : vaultSettings.getValue();
}

type ById<T> = Readonly<Record<string, T>>;

/** Absent while the vault is locked. */
export const vaultKey = defineItem<VaultKey | null>('session:vaultKey', { fallback: null });

/** Credentials of accounts whose key is kept for the session. */
export const typedCredentials = defineItem<ById<StoredCredentials>>('session:credentials', {
  fallback: {},
});

/** Credentials that a credentials URI gave. */
export interface FetchedCredentials {
  readonly uri: string;
  readonly credentials: StoredCredentials & { readonly expiresAt: number };
}

export const fetchedCredentials = defineItem<ById<FetchedCredentials>>('session:fetched', {
  fallback: {},
});

export const uriFaults = defineItem<ById<UriFault>>('session:uriFaults', { fallback: {} });

/** Credentials that jobs under way may use to their end although the vault is locked. */
export interface HeldCredentials {
  readonly jobIds: readonly string[];
  readonly credentials: StoredCredentials;
}

export const heldCredentials = defineItem<ById<HeldCredentials>>('session:heldForJobs', {
  fallback: {},
});

/** What pages may know of the credentials at hand. */
export interface KeyNote {
  readonly hint: string;
  readonly expiresAt?: number;
}

export const keyNotes = defineItem<ById<KeyNote>>('session:keyNotes', { fallback: {} });

/** A copy of values by id without one of them. */
export function without<T>(values: ById<T>, id: string): ById<T> {
  const { [id]: _dropped, ...others } = values;
  return others;
}

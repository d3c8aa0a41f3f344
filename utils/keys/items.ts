import { defineItem } from '../browser/storage.ts';
import type { EndingCredentials, StoredCredentials } from './credentials.ts';
import type { KeyNote } from './note.ts';
import type { VaultKey } from './record.ts';
import type { Tries } from './tries.ts';
import type { UriFault } from './uri-fault.ts';

/*
 * Everything that is stored of credentials. Local items outlive the browser, and hold no credentials
 * but those in the vault's record, encrypted. Session items are in memory only, gone when the browser
 * closes, and out of reach of content scripts.
 */

/** See record.ts; what is read is checked by `readRecord`. */
export const vaultRecord = defineItem<unknown>('local:vault', { fallback: null });

export const vaultTries = defineItem<Tries | null>('local:vaultTries', { fallback: null });

type ById<T> = Readonly<Record<string, T>>;

/** Absent while the vault is locked. */
export const vaultKey = defineItem<VaultKey | null>('session:vaultKey', { fallback: null });

/** What pages may know of the credentials in the vault; empty while it is locked. */
export const vaultNotes = defineItem<ById<KeyNote>>('session:vaultNotes', { fallback: {} });

/** Credentials of accounts whose key is kept for the session. */
export const typedCredentials = defineItem<ById<StoredCredentials>>('session:credentials', {
  fallback: {},
});

/** Credentials that a credentials URI returned. */
export interface FetchedCredentials {
  readonly uri: string;
  readonly credentials: EndingCredentials;
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

/** What pages may know of credentials that are typed for the session or fetched. */
export const keyNotes = defineItem<ById<KeyNote>>('session:keyNotes', { fallback: {} });

/** @returns A copy of values by id without one of them. */
export function without<T>(values: ById<T>, id: string): ById<T> {
  const { [id]: _dropped, ...others } = values;
  return others;
}

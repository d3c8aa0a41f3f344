import { defineItem } from '../browser/storage.ts';
import type { EndingCredentials, StoredCredentials } from './credentials.ts';
import type { KeyNote } from './note.ts';
import type { UriFault } from './uri-fault.ts';
import type { VaultKey } from './vault/record.ts';
import type { Tries } from './vault/tries.ts';

/*
 * Everything that is stored about credentials. Local items stay after the browser closes. The only
 * credentials in them are those in the vault's record, encrypted. Session items are in memory only,
 * end with the browser, and cannot be read by content scripts.
 */

/** The record of the vault. `readRecord` in record.ts checks what is read. */
export const vaultRecord = defineItem<unknown>('local:vault', { fallback: null });

export const vaultTries = defineItem<Tries | null>('local:vaultTries', { fallback: null });

type ById<T> = Readonly<Record<string, T>>;

/** Absent while the vault is locked. */
export const vaultKey = defineItem<VaultKey | null>('session:vaultKey', { fallback: null });

/** What pages may know about the credentials in the vault; empty while it is locked. */
export const vaultNotes = defineItem<ById<KeyNote>>('session:vaultNotes', { fallback: {} });

/** Credentials that were typed and are kept for the session, by account id. */
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

/** Credentials that jobs under way may use until they end although the vault is locked. */
export interface HeldCredentials {
  readonly jobIds: readonly string[];
  readonly credentials: StoredCredentials;
}

export const heldCredentials = defineItem<ById<HeldCredentials>>('session:heldForJobs', {
  fallback: {},
});

/** What pages may know about credentials that were typed for the session or fetched. */
export const keyNotes = defineItem<ById<KeyNote>>('session:keyNotes', { fallback: {} });

/** @returns A copy of the values without the one with this id. */
export function without<T>(values: ById<T>, id: string): ById<T> {
  const { [id]: _dropped, ...others } = values;
  return others;
}

import { setItems } from '../browser/storage.ts';
import { type KeySource, type StoredCredentials, sameSource } from './credentials.ts';
import {
  fetchedCredentials,
  heldCredentials,
  keyNotes,
  typedCredentials,
  uriFaults,
  vaultNotes,
  without,
} from './items.ts';
import { noteOf } from './note.ts';
import { holds, openEntry, type VaultRecord, withEntry, withoutEntry } from './vault/record.ts';
import type { VaultNow } from './vault/vault.ts';

/*
 * Credentials that change places. They are written where they go before they are dropped where they
 * were. A copy that a killed worker leaves in storage.session is never used, and `tidySession` drops
 * it.
 */

/** An account with the source of its key. */
interface Keyed {
  readonly id: string;
  readonly key: KeySource;
}

/**
 * @param before The account as it was; absent when it is new.
 * @returns The credentials that an account brings along from where its key was kept before, or
 *   `locked` when the vault has them and is locked.
 */
export async function movedFrom(
  before: Keyed | undefined,
  after: Keyed,
  { record, opened }: VaultNow,
): Promise<StoredCredentials | 'locked' | undefined> {
  if (before?.key.from === 'session' && after.key.from === 'vault') {
    return (await typedCredentials.getValue())[after.id];
  }
  if (before?.key.from !== 'vault' || after.key.from !== 'session') return undefined;
  if (record === 'damaged') return 'locked';
  if (record === 'none' || !holds(record, after.id)) return undefined;
  return opened === undefined ? 'locked' : openEntry(opened, after.id);
}

/**
 * @returns The record of the vault as it is to be written with the account, `undefined` when it does
 *   not change; or why the credentials cannot be kept.
 */
export async function restIn(
  { id, key }: Keyed,
  credentials: StoredCredentials | undefined,
  { record, opened }: VaultNow,
): Promise<'locked' | 'no-vault' | { readonly record: VaultRecord | undefined }> {
  if (key.from !== 'vault') {
    const drops = typeof record !== 'string' && holds(record, id);
    return { record: drops ? withoutEntry(record, id) : undefined };
  }
  if (record === 'none') return 'no-vault';
  if (credentials === undefined) return { record: undefined };
  if (opened === undefined) return 'locked';
  return { record: await withEntry(opened, id, credentials) };
}

/**
 * Keeps credentials for the session. This is done before the account is written: if one of the two
 * fails, the account stays as it was, and does not act with the key of before.
 */
export async function keepTyped(id: string, credentials: StoredCredentials): Promise<void> {
  await setItems([
    {
      item: typedCredentials,
      value: { ...(await typedCredentials.getValue()), [id]: credentials },
    },
    { item: keyNotes, value: { ...(await keyNotes.getValue()), [id]: noteOf(credentials) } },
  ]);
}

/** Leaves in the session only what the account, as it was written now, uses. */
export async function settleSession(
  { id, key }: Keyed,
  credentials: StoredCredentials | undefined,
  before: Keyed | undefined,
): Promise<void> {
  const stays = before !== undefined && sameSource(before.key, key);
  if (stays && credentials === undefined) return;
  const [typed, fetched, inVault, notes, faults] = await Promise.all([
    typedCredentials.getValue(),
    fetchedCredentials.getValue(),
    vaultNotes.getValue(),
    keyNotes.getValue(),
    uriFaults.getValue(),
  ]);
  const noted = (from: KeySource['from'], known: typeof notes) => {
    const others = stays && key.from === from ? known : without(known, id);
    return key.from === from && credentials !== undefined
      ? { ...others, [id]: noteOf(credentials) }
      : others;
  };
  await setItems([
    { item: typedCredentials, value: key.from === 'session' ? typed : without(typed, id) },
    { item: fetchedCredentials, value: stays ? fetched : without(fetched, id) },
    { item: uriFaults, value: stays ? faults : without(faults, id) },
    { item: vaultNotes, value: noted('vault', inVault) },
    {
      item: keyNotes,
      value: key.from === 'uri' && stays ? notes : noted('session', notes),
    },
  ]);
}

/** Drops everything that the session has of the credentials of an account. */
export async function dropFromSession(id: string): Promise<void> {
  await setItems([
    { item: typedCredentials, value: without(await typedCredentials.getValue(), id) },
    { item: fetchedCredentials, value: without(await fetchedCredentials.getValue(), id) },
    { item: heldCredentials, value: without(await heldCredentials.getValue(), id) },
    { item: vaultNotes, value: without(await vaultNotes.getValue(), id) },
    { item: keyNotes, value: without(await keyNotes.getValue(), id) },
    { item: uriFaults, value: without(await uriFaults.getValue(), id) },
  ]);
}

/** Drops credentials that stayed in the session because a worker was killed while they moved. */
export async function dropStrays(accounts: readonly Keyed[]): Promise<void> {
  const [typed, fetched] = await Promise.all([
    typedCredentials.getValue(),
    fetchedCredentials.getValue(),
  ]);
  const sources = new Map(accounts.map(({ id, key }) => [id, key]));
  const uriOf = (id: string) => {
    const key = sources.get(id);
    return key?.from === 'uri' ? key.uri : undefined;
  };
  const keptTyped = Object.entries(typed).filter(([id]) => sources.get(id)?.from === 'session');
  const keptFetched = Object.entries(fetched).filter(([id, { uri }]) => uriOf(id) === uri);
  if (keptTyped.length < Object.keys(typed).length) {
    await typedCredentials.setValue(Object.fromEntries(keptTyped));
  }
  if (keptFetched.length < Object.keys(fetched).length) {
    await fetchedCredentials.setValue(Object.fromEntries(keptFetched));
  }
}

import { keySites } from '../browser/key-sites.ts';
import { OWN_HOSTS_KEY, readOwnHosts } from '../browser/own-hosts.ts';
import { removeSites } from '../browser/permissions.ts';
import { sitePatterns } from '../browser/site-patterns.ts';
import { setItems } from '../browser/storage.ts';
import {
  ACCOUNTS_FORM,
  currentId,
  fetchedCredentials,
  heldCredentials,
  keyNotes,
  storedAccounts,
  typedCredentials,
  uriFaults,
  vaultRecord,
  without,
} from '../keys/items.ts';
import { noteOf } from '../keys/key-note.ts';
import { holds, openEntry, type VaultRecord, withEntry, withoutEntry } from '../keys/record.ts';
import { inTurn } from '../keys/turn.ts';
import { type VaultNow, vaultNow } from '../keys/vault.ts';
import type { Account, StoredCredentials } from './account.ts';
import { allAccounts, currentOf } from './accounts.ts';
import type { SaveFault } from './commands.ts';
import { readManaged } from './managed.ts';
import { type JoinedAccount, joinManaged, managedSaveFault } from './managed-join.ts';

/*
 * Changes of accounts. What is written to storage.local goes in one write: accounts, which of them
 * is current, its own hosts for the content scripts, and the vault. Credentials that change places
 * are written where they go before they are dropped where they were; a copy that a killed worker
 * leaves in storage.session is never used, and `tidySession` drops it.
 */

/**
 * Saves an account and makes it current. Credentials, those given or those it had, go where its key
 * source says. Nothing is changed when it gives a fault.
 */
export function saveAccount(
  account: Account,
  typed?: StoredCredentials,
): Promise<SaveFault | undefined> {
  return inTurn(async () => {
    const fault = managedSaveFault(account, await readManaged());
    if (fault !== undefined) return fault;
    const list = await storedAccounts.getValue();
    const vault = await vaultNow();
    const joined = (await allAccounts()).find((one) => one.account.id === account.id);
    const before = joined?.account;
    const credentials = typed ?? (await movedFrom(before, account, vault));
    if (credentials === 'locked') return 'locked';
    const rest = await restIn(account, credentials, vault);
    if (typeof rest === 'string') return rest;

    if (account.key.from === 'session' && credentials !== undefined) {
      await keepTyped(account.id, credentials);
    }
    await writeAccounts(joined?.managed ? list : replaced(list, account), account.id, rest.record);
    await settleSession(account, credentials, before);
    return undefined;
  });
}

/** Makes an account the current one; one that does not exist changes nothing. */
export function useAccount(accountId: string): Promise<void> {
  return inTurn(async () => {
    const known = (await allAccounts()).some(({ account }) => account.id === accountId);
    if (known) await writeAccounts(await storedAccounts.getValue(), accountId);
  });
}

/**
 * Removes an account with its credentials. The first of the others becomes current if it was. One of
 * an administrator stays.
 */
export function removeAccount(accountId: string): Promise<void> {
  return inTurn(async () => {
    const joined = (await allAccounts()).find(({ account }) => account.id === accountId);
    if (joined?.managed) return;
    const list = (await storedAccounts.getValue()).filter(({ id }) => id !== accountId);
    const current = await currentId.getValue();
    const { record } = await vaultNow();
    await writeAccounts(
      list,
      current === accountId ? (list[0]?.id ?? null) : current,
      typeof record !== 'string' && holds(record, accountId)
        ? withoutEntry(record, accountId)
        : undefined,
    );
    await dropFromSession(accountId);
  });
}

/**
 * Adds accounts. An id that is taken is replaced by a new one; the first becomes current if none is.
 * @throws Error where an administrator keeps the list of accounts.
 */
export function importAccounts(accounts: readonly Account[]): Promise<void> {
  return inTurn(async () => {
    if ((await readManaged()).locked.has('accounts')) throw new Error('The accounts are managed');
    const list = [...(await storedAccounts.getValue())];
    const theirs = (await readManaged()).accounts;
    for (const account of accounts) {
      const taken = [...theirs, ...list].some(({ id }) => id === account.id);
      list.push(taken ? { ...account, id: crypto.randomUUID() } : account);
    }
    const current = await currentId.getValue();
    const there = [...theirs, ...list].some(({ id }) => id === current);
    await writeAccounts(list, there ? current : (list[0]?.id ?? null));
  });
}

/** Removes an account's credentials wherever they are; the vault may be locked. */
export function forgetKey(accountId: string): Promise<void> {
  return inTurn(async () => {
    const { record } = await vaultNow();
    if (typeof record !== 'string' && holds(record, accountId)) {
      await vaultRecord.setValue(withoutEntry(record, accountId));
    }
    await dropFromSession(accountId);
  });
}

/** Drops credentials that a worker left in the session which was killed while they changed places. */
export function tidySession(): Promise<void> {
  return inTurn(async () => {
    const [joined, typed, fetched] = await Promise.all([
      allAccounts(),
      typedCredentials.getValue(),
      fetchedCredentials.getValue(),
    ]);
    const sources = new Map(joined.map(({ account: { id, key } }) => [id, key]));
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
  });
}

/** The credentials that an account brings along from where its key was kept before. */
async function movedFrom(
  before: Account | undefined,
  after: Account,
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

/** The vault's record as it is to be written with the account, if it changes. */
async function restIn(
  account: Account,
  credentials: StoredCredentials | undefined,
  { record, opened }: VaultNow,
): Promise<SaveFault | { readonly record: VaultRecord | undefined }> {
  if (account.key.from !== 'vault') {
    const drops = typeof record !== 'string' && holds(record, account.id);
    return { record: drops ? withoutEntry(record, account.id) : undefined };
  }
  if (record === 'none') return 'no-vault';
  if (credentials === undefined) return { record: undefined };
  if (opened === undefined) return 'locked';
  return { record: await withEntry(opened, account.id, credentials) };
}

function replaced(list: readonly Account[], account: Account): readonly Account[] {
  const known = list.some(({ id }) => id === account.id);
  return known ? list.map((one) => (one.id === account.id ? account : one)) : [...list, account];
}

/** Brings what is stored of accounts for others in step with what an administrator set. */
export function followManaged(): Promise<void> {
  return inTurn(async () => {
    const hosts =
      currentOf(await allAccounts(), await currentId.getValue())?.account.ownDomains ?? [];
    if (String(await readOwnHosts()) === String(hosts)) return;
    await writeAccounts(await storedAccounts.getValue(), await currentId.getValue());
  });
}

async function writeAccounts(
  list: readonly Account[],
  current: string | null,
  record?: VaultRecord,
): Promise<void> {
  const joined = joinManaged(list, await readManaged());
  const hosts = currentOf(joined, current)?.account.ownDomains ?? [];
  const sites = keySitesOf(joined);
  const before = await keySites.getValue();
  await setItems([
    { item: storedAccounts, value: [...list] },
    ACCOUNTS_FORM,
    { item: currentId, value: current },
    { key: `local:${OWN_HOSTS_KEY}`, value: hosts },
    ...(String(sites) === String(before) ? [] : [{ item: keySites, value: sites }]),
    ...(record === undefined ? [] : [{ item: vaultRecord, value: record }]),
  ]);
  // What nobody fetches from any more would else count as a watched site. What an administrator
  // granted cannot be given back.
  await removeSites(before.filter((site) => !sites.includes(site))).catch(() => {});
}

function keySitesOf(accounts: readonly JoinedAccount[]): string[] {
  return sitePatterns(
    accounts.flatMap(({ account: { key } }) => (key.from === 'uri' ? [key.uri] : [])),
  );
}

/**
 * Keeps credentials for the session. That is done before the account is written: if one of the two
 * fails, the account stays as it was, rather than acting with the key of before.
 */
async function keepTyped(id: string, credentials: StoredCredentials): Promise<void> {
  await setItems([
    {
      item: typedCredentials,
      value: { ...(await typedCredentials.getValue()), [id]: credentials },
    },
    { item: keyNotes, value: { ...(await keyNotes.getValue()), [id]: noteOf(credentials) } },
  ]);
}

/** Leaves in the session what the account, as it was written now, has a use for. */
async function settleSession(
  account: Account,
  credentials: StoredCredentials | undefined,
  before: Account | undefined,
): Promise<void> {
  const { id, key } = account;
  const stays = before !== undefined && sameSource(before, account);
  if (stays && credentials === undefined) return;
  const [typed, fetched, notes, faults] = await Promise.all([
    typedCredentials.getValue(),
    fetchedCredentials.getValue(),
    keyNotes.getValue(),
    uriFaults.getValue(),
  ]);
  const noted = key.from === 'uri' ? undefined : credentials;
  const otherNotes = stays ? notes : without(notes, id);
  await setItems([
    { item: typedCredentials, value: key.from === 'session' ? typed : without(typed, id) },
    { item: fetchedCredentials, value: stays ? fetched : without(fetched, id) },
    { item: uriFaults, value: stays ? faults : without(faults, id) },
    {
      item: keyNotes,
      value: noted === undefined ? otherNotes : { ...otherNotes, [id]: noteOf(noted) },
    },
  ]);
}

function sameSource({ key: one }: Account, { key: other }: Account): boolean {
  if (one.from === 'uri' && other.from === 'uri') return one.uri === other.uri;
  return one.from === other.from;
}

async function dropFromSession(id: string): Promise<void> {
  await setItems([
    { item: typedCredentials, value: without(await typedCredentials.getValue(), id) },
    { item: fetchedCredentials, value: without(await fetchedCredentials.getValue(), id) },
    { item: heldCredentials, value: without(await heldCredentials.getValue(), id) },
    { item: keyNotes, value: without(await keyNotes.getValue(), id) },
    { item: uriFaults, value: without(await uriFaults.getValue(), id) },
  ]);
}

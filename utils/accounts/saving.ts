import { keySites } from '../browser/key-sites.ts';
import { OWN_HOSTS_KEY, readOwnHosts } from '../browser/own-hosts.ts';
import { removeSites } from '../browser/permissions.ts';
import { sitePatterns } from '../browser/site-patterns.ts';
import { setItems } from '../browser/storage.ts';
import type { StoredCredentials } from '../keys/credentials.ts';
import { vaultRecord } from '../keys/items.ts';
import {
  dropFromSession,
  dropStrays,
  keepTyped,
  movedFrom,
  restIn,
  settleSession,
} from '../keys/moving.ts';
import { holds, type VaultRecord, withoutEntry } from '../keys/record.ts';
import { inTurn } from '../keys/turn.ts';
import { vaultNow } from '../keys/vault.ts';
import type { Account } from './account.ts';
import { allAccounts, currentOf } from './accounts.ts';
import { ACCOUNTS_FORM, currentId, storedAccounts } from './items.ts';
import { readManaged } from './managed.ts';
import {
  type JoinedAccount,
  joinManaged,
  type ManagedSaveFault,
  managedSaveFault,
} from './managed-join.ts';

/*
 * Changes of accounts. What is written to storage.local goes in one write: accounts, which of them
 * is current, its own hosts for the content scripts, and the vault. See keys/moving.ts for what
 * becomes of the credentials.
 */

/** Why an account was not saved. */
export type SaveFault = 'locked' | 'no-vault' | ManagedSaveFault;

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

/** Drops credentials that stayed in the session because a worker was killed while they moved. */
export function tidySession(): Promise<void> {
  return inTurn(async () => dropStrays((await allAccounts()).map(({ account }) => account)));
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

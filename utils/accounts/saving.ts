import { OWN_HOSTS_KEY, readOwnHosts } from '../browser/own-hosts.ts';
import { removeSites } from '../browser/permissions.ts';
import { sitePatterns } from '../browser/site-patterns.ts';
import { setItems } from '../browser/storage.ts';
import { keySites } from '../browser/unwatched-sites.ts';
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
import { inTurn } from '../keys/turn.ts';
import { holds, type VaultRecord, withoutEntry } from '../keys/vault/record.ts';
import { vaultNow } from '../keys/vault/vault.ts';
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
 * Changes of accounts. One write to storage.local contains everything: the accounts, the id of the
 * current one, its own hosts for the content scripts, and the vault. keys/moving.ts moves the
 * credentials.
 */

/** Why an account was not saved. */
export type SaveFault = 'locked' | 'no-vault' | ManagedSaveFault;

/**
 * Saves an account and makes it current. Its credentials are kept where its key source says.
 * @param typed New credentials; if absent, the present ones stay, and move if necessary.
 * @returns Why nothing was saved, or `undefined`.
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

/** Makes an account the current one. Does nothing when it does not exist. */
export function useAccount(accountId: string): Promise<void> {
  return inTurn(async () => {
    const known = (await allAccounts()).some(({ account }) => account.id === accountId);
    if (known) await writeAccounts(await storedAccounts.getValue(), accountId);
  });
}

/**
 * Removes an account and its credentials. If it was current, the first other own account becomes
 * current. Does nothing for an account of an administrator.
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
 * Adds accounts. An id that is in use is replaced by a new one. If no account is current, the first
 * own one becomes current.
 * @throws Error when an administrator locks the list of accounts.
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

/** Removes an account's credentials from the session and the vault, also while that is locked. */
export function forgetKey(accountId: string): Promise<void> {
  return inTurn(async () => {
    const { record } = await vaultNow();
    if (typeof record !== 'string' && holds(record, accountId)) {
      await vaultRecord.setValue(withoutEntry(record, accountId));
    }
    await dropFromSession(accountId);
  });
}

/** Removes credentials that stayed in the session because a worker was killed while they moved. */
export function tidySession(): Promise<void> {
  return inTurn(async () => dropStrays((await allAccounts()).map(({ account }) => account)));
}

function replaced(list: readonly Account[], account: Account): readonly Account[] {
  const known = list.some(({ id }) => id === account.id);
  return known ? list.map((one) => (one.id === account.id ? account : one)) : [...list, account];
}

/** Updates the stored own hosts of the current account after an administrator's change. */
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
  // A site that no account fetches from any more would otherwise count as a watched site. Ignores
  // the error for a site that an administrator granted: it cannot be removed.
  await removeSites(before.filter((site) => !sites.includes(site))).catch(() => {});
}

function keySitesOf(accounts: readonly JoinedAccount[]): string[] {
  return sitePatterns(
    accounts.flatMap(({ account: { key } }) => (key.from === 'uri' ? [key.uri] : [])),
  );
}

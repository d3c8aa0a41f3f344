import { writeOwnHosts } from '../browser/own-hosts.ts';
import { defineItem, setItems } from '../browser/storage.ts';
import type { Credentials } from '../vod/credentials.ts';
import { Secret } from '../vod/secret.ts';
import { type Account, keyHint, type StoredCredentials } from './account.ts';
import type { AccountsState, AccountState as Seen } from './state.ts';

const accounts = defineItem<Account[]>('local:accounts', { fallback: [] });

const currentId = defineItem<string | null>('local:currentAccount', { fallback: null });

/** Memory only: gone when the browser closes. Content scripts cannot read this area. */
const credentials = defineItem<Record<string, StoredCredentials>>('session:credentials', {
  fallback: {},
});

/** What pages may know of the credentials: a hint of the key, by account id. */
const keyHints = defineItem<Record<string, string>>('session:keyHints', { fallback: {} });

/** The current account as the interface sees it. */
export interface AccountState {
  readonly account: Account;
  /** Absent when the key must be entered again. */
  readonly keyHint?: string;
}

/** The account that is current, or `undefined` before the first is saved. */
export async function currentAccount(): Promise<AccountState | undefined> {
  const [all, id, hints] = await Promise.all([
    accounts.getValue(),
    currentId.getValue(),
    keyHints.getValue(),
  ]);
  const account = all.find((one) => one.id === id);
  if (account === undefined) return undefined;
  const hint = hints[account.id];
  return hint === undefined ? { account } : { account, keyHint: hint };
}

/**
 * Calls the listener with the current account now and after every change.
 * @returns what ends it.
 */
export function observeCurrentAccount(
  listener: (state: AccountState | undefined) => void,
): () => void {
  let ended = false;
  const tell = () => {
    void currentAccount().then((state) => {
      if (!ended) listener(state);
    });
  };
  const ends = [accounts.watch(tell), currentId.watch(tell), keyHints.watch(tell)];
  tell();
  return () => {
    ended = true;
    for (const end of ends) end();
  };
}

/** One write at a time, so that two never mix the halves of an account. */
let lastWrite: Promise<unknown> = Promise.resolve();

function inTurn(write: () => Promise<void>): Promise<void> {
  const mine = lastWrite.then(write, write);
  lastWrite = mine;
  return mine;
}

/**
 * Saves an account, makes it current, and keeps its credentials for this session. Without
 * credentials those it has stay. The key is written first: if that fails, the account stays as it
 * was, rather than acting with the key of before. Only the worker calls this.
 */
export function saveAccount(account: Account, key?: StoredCredentials): Promise<void> {
  return inTurn(async () => {
    if (key !== undefined) {
      const [keys, hints] = await Promise.all([credentials.getValue(), keyHints.getValue()]);
      await setItems([
        { item: credentials, value: { ...keys, [account.id]: key } },
        { item: keyHints, value: { ...hints, [account.id]: keyHint(key.accessKeyId) } },
      ]);
    }
    const others = (await accounts.getValue()).filter((one) => one.id !== account.id);
    await setItems([
      { item: accounts, value: [...others, account] },
      { item: currentId, value: account.id },
    ]);
    await writeOwnHosts(account.ownDomains);
  });
}

/** Removes an account's credentials from memory. */
export function forgetKey(accountId: string): Promise<void> {
  return inTurn(async () => {
    const { [accountId]: _key, ...keys } = await credentials.getValue();
    const { [accountId]: _hint, ...hints } = await keyHints.getValue();
    await setItems([
      { item: credentials, value: keys },
      { item: keyHints, value: hints },
    ]);
  });
}

/** The account by id, or `undefined`. */
export async function accountById(id: string): Promise<Account | undefined> {
  return (await accounts.getValue()).find((one) => one.id === id);
}

/** The credentials of an account with the hint of their key; absent when they must be entered. */
export interface Key {
  readonly hint: string;
  readonly credentials: Credentials;
}

/** The key of an account, or `undefined` when it must be entered again. */
export async function keyOf(accountId: string): Promise<Key | undefined> {
  const key = (await credentials.getValue())[accountId];
  if (key === undefined) return undefined;
  return {
    hint: keyHint(key.accessKeyId),
    credentials: {
      accessKeyId: key.accessKeyId,
      accessKeySecret: new Secret(key.accessKeySecret),
      ...(key.securityToken === undefined ? {} : { securityToken: new Secret(key.securityToken) }),
    },
  };
}

/**
 * Calls the listener with all accounts and the vault now and after every change.
 * @returns what ends it.
 */
export function observeAccounts(listener: (state: AccountsState) => void): () => void {
  let ended = false;
  const tell = async () => {
    const [all, id, hints] = await Promise.all([
      accounts.getValue(),
      currentId.getValue(),
      keyHints.getValue(),
    ]);
    const seen = all.map((account): Seen => {
      const hint = hints[account.id];
      return {
        account,
        managed: false,
        keyState: hint === undefined ? 'absent' : 'ready',
        ...(hint !== undefined && { keyHint: hint }),
      };
    });
    const current = seen.find(({ account }) => account.id === id);
    const vault = { state: 'none', holds: [] } as const;
    if (!ended) listener({ accounts: seen, vault, ...(current !== undefined && { current }) });
  };
  const ends = [accounts.watch(tell), currentId.watch(tell), keyHints.watch(tell)];
  void tell();
  return () => {
    ended = true;
    for (const end of ends) end();
  };
}

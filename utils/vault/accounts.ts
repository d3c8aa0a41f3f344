import { defineItem } from '../browser/storage.ts';
import type { Credentials } from '../vod/credentials.ts';
import { Secret } from '../vod/secret.ts';
import { type Account, keyHint, type StoredCredentials } from './account.ts';

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

/**
 * Saves an account, makes it current, and keeps its credentials for this session. Without
 * credentials those it has stay. Only the worker calls this.
 */
export async function saveAccount(account: Account, key?: StoredCredentials): Promise<void> {
  const all = await accounts.getValue();
  await accounts.setValue([...all.filter((one) => one.id !== account.id), account]);
  await currentId.setValue(account.id);
  if (key === undefined) return;
  await credentials.setValue({ ...(await credentials.getValue()), [account.id]: key });
  await keyHints.setValue({
    ...(await keyHints.getValue()),
    [account.id]: keyHint(key.accessKeyId),
  });
}

/** Removes an account's credentials from memory. */
export async function forgetKey(accountId: string): Promise<void> {
  const { [accountId]: _key, ...keys } = await credentials.getValue();
  const { [accountId]: _hint, ...hints } = await keyHints.getValue();
  await credentials.setValue(keys);
  await keyHints.setValue(hints);
}

/** The account by id, or `undefined`. */
export async function accountById(id: string): Promise<Account | undefined> {
  return (await accounts.getValue()).find((one) => one.id === id);
}

/** The credentials of an account, or `undefined` when they must be entered again. */
export async function credentialsOf(accountId: string): Promise<Credentials | undefined> {
  const key = (await credentials.getValue())[accountId];
  if (key === undefined) return undefined;
  return {
    accessKeyId: key.accessKeyId,
    accessKeySecret: new Secret(key.accessKeySecret),
    ...(key.securityToken === undefined ? {} : { securityToken: new Secret(key.securityToken) }),
  };
}

import { type ChangeSource, observe } from '../async/observe.ts';
import { watchManagedArea } from '../browser/storage.ts';
import { uriHint } from '../keys/credentials.ts';
import {
  keyNotes,
  uriFaults,
  vaultKey,
  vaultNotes,
  vaultRecord,
  vaultTries,
} from '../keys/items.ts';
import type { KeyNote } from '../keys/note.ts';
import { holds, readRecord } from '../keys/vault/record.ts';
import { nextTryAt } from '../keys/vault/tries.ts';
import { openedWith, type VaultNow } from '../keys/vault/vault.ts';
import type { Account } from './account.ts';
import { allAccounts } from './all-accounts.ts';
import { currentId, storedAccounts } from './items.ts';
import type { JoinedAccount } from './managed-join.ts';
import type { AccountState, AccountsState, KeyState, VaultState } from './state.ts';

export { allAccounts } from './all-accounts.ts';
export type { AccountState } from './state.ts';

/** @returns The current account: the chosen one, else the first of an administrator. */
export function currentOf<T extends JoinedAccount>(
  accounts: readonly T[],
  chosen: string | null,
): T | undefined {
  return (
    accounts.find(({ account }) => account.id === chosen) ?? accounts.find(({ managed }) => managed)
  );
}

/** @returns The account with this id, or `undefined`. */
export async function accountById(id: string): Promise<Account | undefined> {
  return (await allAccounts()).find(({ account }) => account.id === id)?.account;
}

/** @returns All accounts with their key states, the current one, and the vault, without secrets. */
export async function accountsState(): Promise<AccountsState> {
  const [listed, current, stored, key, tries, inVault, notes, faults] = await Promise.all([
    allAccounts(),
    currentId.getValue(),
    vaultRecord.getValue(),
    vaultKey.getValue(),
    vaultTries.getValue(),
    vaultNotes.getValue(),
    keyNotes.getValue(),
    uriFaults.getValue(),
  ]);
  const now = Date.now();
  const record = readRecord(stored);
  const vault = vaultStateOf({ record, opened: openedWith(record, key) }, nextTryAt(tries, now));
  const accounts = listed.map(({ account, managed }): AccountState => {
    const note = (account.key.from === 'vault' ? inVault : notes)[account.id];
    const hint = account.key.from === 'uri' ? uriHint(account.key.uri) : note?.hint;
    const fault = account.key.from === 'uri' ? faults[account.id] : undefined;
    return {
      account,
      keyState: keyStateOf(account, note, vault, now),
      ...(hint === undefined ? {} : { keyHint: hint }),
      ...(note?.expiresAt === undefined ? {} : { expiresAt: note.expiresAt }),
      ...(fault === undefined ? {} : { uriFault: fault }),
      managed,
    };
  });
  const chosen = currentOf(accounts, current);
  return { accounts, ...(chosen === undefined ? {} : { current: chosen }), vault };
}

/**
 * Calls the listener with all accounts and the vault now, after every change, and when time alone
 * changes something: a token expires, or a passphrase may be tried again.
 * @returns A function that ends it.
 */
export function observeAccounts(listener: (state: AccountsState) => void): () => void {
  const alarm = createAlarm();
  return observe(accountsState, [...WRITES, alarm.onTime], (state) => {
    alarm.set(nextChange(state, Date.now()));
    listener(state);
  });
}

/** Every write that changes {@link accountsState}. */
const WRITES: readonly ChangeSource[] = [
  storedAccounts.watch,
  currentId.watch,
  vaultRecord.watch,
  vaultTries.watch,
  vaultKey.watch,
  vaultNotes.watch,
  keyNotes.watch,
  uriFaults.watch,
  watchManagedArea,
];

/** A change that comes by time alone: `onTime` tells of it after as many milliseconds as were set last. */
function createAlarm(): {
  readonly onTime: ChangeSource;
  readonly set: (ms: number | undefined) => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tell = () => {};
  return {
    onTime: (changed) => {
      tell = changed;
      return () => clearTimeout(timer);
    },
    set: (ms) => {
      clearTimeout(timer);
      if (ms !== undefined) timer = setTimeout(() => tell(), ms);
    },
  };
}

/** @returns The current account, or `undefined` if there is none. */
export async function currentAccount(): Promise<AccountState | undefined> {
  return (await accountsState()).current;
}

/**
 * Calls the listener with the current account now and after every change.
 * @returns A function that ends it.
 */
export function observeCurrentAccount(
  listener: (state: AccountState | undefined) => void,
): () => void {
  return observeAccounts(({ current }) => listener(current));
}

function vaultStateOf({ record, opened }: VaultNow, nextTry: number | undefined): VaultState {
  if (record === 'none') return { state: 'none', holds: [] };
  if (record === 'damaged') return { state: 'locked', damaged: true, holds: [] };
  return {
    state: opened === undefined ? 'locked' : 'unlocked',
    holds: Object.keys(record.entries).filter((id) => holds(record, id)),
    ...(nextTry === undefined ? {} : { nextTryAt: nextTry }),
  };
}

function keyStateOf(
  { id, key }: Account,
  note: KeyNote | undefined,
  vault: VaultState,
  now: number,
): KeyState {
  const ended = note?.expiresAt !== undefined && note.expiresAt <= now;
  if (key.from === 'uri') return note === undefined || ended ? 'on-demand' : 'ready';
  if (key.from === 'vault' && vault.state !== 'unlocked') {
    return vault.damaged || vault.holds.includes(id) ? 'locked' : 'absent';
  }
  if (note === undefined) return 'absent';
  return ended ? 'expired' : 'ready';
}

/** The longest delay of a timer: https://developer.mozilla.org/docs/Web/API/Window/setTimeout */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** @returns In how many milliseconds time changes the state; `undefined` if only a write does. */
function nextChange({ accounts, vault }: AccountsState, now: number): number | undefined {
  const times = [vault.nextTryAt, ...accounts.map(({ expiresAt }) => expiresAt)];
  const ahead = times.filter((at) => at !== undefined).filter((at) => at > now);
  return ahead.length === 0 ? undefined : Math.min(Math.min(...ahead) - now, LONGEST_TIMER_MS);
}

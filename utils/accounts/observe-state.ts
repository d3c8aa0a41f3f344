import { type ChangeSource, observe } from '../async/observe.ts';
import { watchManagedArea } from '../browser/storage.ts';
import {
  keyNotes,
  uriFaults,
  vaultKey,
  vaultNotes,
  vaultRecord,
  vaultTries,
} from '../keys/items.ts';
import { currentId, storedAccounts } from './items.ts';
import { accountsState } from './read-state.ts';
import type { AccountState, AccountsState } from './state.ts';

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

/**
 * Calls the listener with the current account now and after every change.
 * @returns A function that ends it.
 */
export function observeCurrentAccount(
  listener: (state: AccountState | undefined) => void,
): () => void {
  return observeAccounts(({ current }) => listener(current));
}

/** The longest delay of a timer: https://developer.mozilla.org/docs/Web/API/Window/setTimeout */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** @returns In how many milliseconds time changes the state; `undefined` if only a write does. */
function nextChange({ accounts, vault }: AccountsState, now: number): number | undefined {
  const times = [vault.nextTryAt, ...accounts.map(({ expiresAt }) => expiresAt)];
  const ahead = times.filter((at) => at !== undefined).filter((at) => at > now);
  return ahead.length === 0 ? undefined : Math.min(Math.min(...ahead) - now, LONGEST_TIMER_MS);
}

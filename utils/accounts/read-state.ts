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
import { allAccounts, currentOf } from './accounts.ts';
import { currentId } from './items.ts';
import type { AccountState, AccountsState, KeyState, VaultState } from './state.ts';

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

/** @returns The current account, or `undefined` if there is none. */
export async function currentAccount(): Promise<AccountState | undefined> {
  return (await accountsState()).current;
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

import { removeItems, setItems } from '../../browser/storage.ts';
import { vaultLocking } from '../../settings/settings.ts';
import {
  type HeldCredentials,
  heldCredentials,
  vaultKey,
  vaultNotes,
  vaultRecord,
  vaultTries,
} from '../items.ts';
import { type KeyNote, noteOf } from '../note.ts';
import { inTurn } from '../turn.ts';
import {
  keyFor,
  newRecord,
  type Opened,
  openEntry,
  ROUNDS,
  readRecord,
  underPassphrase,
  type VaultKey,
  type VaultRecord,
} from './record.ts';
import { nextTryAt, recounted, withTry } from './tries.ts';

/*
 * The vault: one record in storage.local, and its key in storage.session while it is unlocked.
 *
 *               makeVault
 *        none ─────────────► unlocked ◄──┐ changePassphrase, save, forget: one write of the record
 *         ▲                   │   ▲  └───┘
 *         │ removeVault       │   │
 *         ├───────────────────┤   │ unlock: the try is counted, then the key derived
 *         │                   ▼   │
 *         └───────────────── locked ◄──┐ wrong passphrase: longer and longer waits
 *                             │   └────┘
 *                             └─► locked by command, idle time, the screen, the browser's end
 *
 * It is unlocked exactly while the session's key has the `keyId` of the record. So if the worker is
 * killed after it wrote the record and before it wrote the key, the vault is simply locked.
 * A record that cannot be read is `damaged`: locked, never overwritten, and can only be removed.
 */

/** A job that may continue with its credentials when the vault is locked. */
export interface JobUnderWay {
  readonly jobId: string;
  readonly accountId: string;
}

/**
 * The result of entering a passphrase. `too-soon`: it was not checked; none is checked before
 * `nextTryAt` (milliseconds since 1970). `damaged`: the stored vault, or an entry in it, cannot be
 * read; it is left unchanged.
 */
export type PassphraseAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'wrong' | 'too-soon' | 'no-vault' | 'damaged';
      readonly nextTryAt?: number;
    };

/** The record, and the record with its key. */
export interface VaultNow {
  readonly record: VaultRecord | 'none' | 'damaged';
  /** Absent while the vault is locked. */
  readonly opened: Opened | undefined;
}

/** @returns The vault as it is now. */
export async function vaultNow(): Promise<VaultNow> {
  const [stored, key] = await Promise.all([vaultRecord.getValue(), vaultKey.getValue()]);
  const record = readRecord(stored);
  return { record, opened: openedWith(record, key) };
}

/** @returns The record with the key, or `undefined` if the key is not the one of this record. */
export function openedWith(record: VaultNow['record'], key: VaultKey | null): Opened | undefined {
  if (typeof record === 'string' || key === null || key.keyId !== record.keyId) return undefined;
  return { record, key };
}

/**
 * Makes an empty, unlocked vault.
 * @throws Error when there is one already, damaged or not.
 */
export function makeVault(passphrase: string, rounds = ROUNDS): Promise<void> {
  return inTurn(async () => {
    if ((await vaultNow()).record !== 'none') throw new Error('There is a vault already');
    const opened = await newRecord(passphrase, rounds);
    await vaultRecord.setValue(opened.record);
    await vaultTries.removeValue();
    await keepOpen(opened);
  });
}

/** Unlocks the vault. A passphrase that comes too soon is not checked. */
export function unlock(passphrase: string): Promise<PassphraseAnswer> {
  return inTurn(async () => {
    const opened = await tryPassphrase(passphrase);
    if ('why' in opened) return opened;
    await keepOpen(opened);
    return { ok: true };
  });
}

/**
 * Locks the vault: removes its key, and the notes on the keys in it, from memory. If the settings
 * let running jobs finish, their credentials stay, for these jobs only.
 */
export function lock(underWay: readonly JobUnderWay[]): Promise<void> {
  return inTurn(async () => {
    const { opened } = await vaultNow();
    const held = opened === undefined ? {} : await heldFor(opened, underWay);
    await setItems([
      { item: vaultKey, value: null },
      { item: vaultNotes, value: {} },
      { item: heldCredentials, value: { ...(await heldCredentials.getValue()), ...held } },
    ]);
  });
}

/**
 * Encrypts everything in the vault under another passphrase. The new record is one write: before it
 * the old passphrase is right, after it the new one. A locked vault stays locked.
 * @param before The present passphrase.
 * @param after The new passphrase.
 */
export function changePassphrase(
  before: string,
  after: string,
  rounds = ROUNDS,
): Promise<PassphraseAnswer> {
  return inTurn(async () => {
    const wasUnlocked = (await vaultNow()).opened !== undefined;
    const opened = await tryPassphrase(before);
    if ('why' in opened) return opened;
    const anew = await underPassphrase(opened, after, rounds);
    if (anew === undefined) return { ok: false, why: 'damaged' };
    await vaultRecord.setValue(anew.record);
    // The passphrase is changed by now. If this fails, the vault is locked.
    if (wasUnlocked) await vaultKey.setValue(anew.key).catch(() => {});
    return { ok: true };
  });
}

/** Removes the vault with all its credentials, also those that are kept for jobs. */
export function removeVault(): Promise<void> {
  return inTurn(async () => {
    await setItems([
      { item: vaultKey, value: null },
      { item: vaultNotes, value: {} },
      { item: heldCredentials, value: {} },
    ]);
    await removeItems([vaultRecord, vaultTries]);
  });
}

/** Removes the credentials that were kept for jobs which are no longer under way. */
export function releaseHeld(underWay: readonly JobUnderWay[]): Promise<void> {
  return inTurn(async () => {
    const held = await heldCredentials.getValue();
    const ids = new Set(underWay.map(({ jobId }) => jobId));
    const kept = Object.entries(held).filter(([, { jobIds }]) => jobIds.some((id) => ids.has(id)));
    if (kept.length < Object.keys(held).length) {
      await heldCredentials.setValue(Object.fromEntries(kept));
    }
  });
}

/** Restarts the wait if the clock was set back. Must be called when the worker starts. */
export function recountWait(): Promise<void> {
  return inTurn(async () => {
    const tries = await vaultTries.getValue();
    const counted = recounted(tries, Date.now());
    if (counted !== tries) await vaultTries.setValue(counted);
  });
}

type Refused = Exclude<PassphraseAnswer, { ok: true }>;

/** Opens the record with a passphrase, unless it is too soon. Counts the try before it begins. */
async function tryPassphrase(passphrase: string): Promise<Opened | Refused> {
  const { record } = await vaultNow();
  if (record === 'none') return { ok: false, why: 'no-vault' };
  if (record === 'damaged') return { ok: false, why: 'damaged' };
  const stored = await vaultTries.getValue();
  const now = Date.now();
  const tries = recounted(stored, now);
  if (tries !== stored) await vaultTries.setValue(tries);
  const wait = nextTryAt(tries, now);
  if (wait !== undefined) return { ok: false, why: 'too-soon', nextTryAt: wait };

  const counted = withTry(tries, now);
  await vaultTries.setValue(counted);
  const key = await keyFor(record, passphrase);
  if (key === undefined) {
    const next = nextTryAt(counted, Date.now());
    return { ok: false, why: 'wrong', ...(next === undefined ? {} : { nextTryAt: next }) };
  }
  await vaultTries.removeValue();
  return { record, key };
}

/** Keeps the key for the session, and what pages may know about the credentials in the vault. */
async function keepOpen(opened: Opened): Promise<void> {
  const notes: Record<string, KeyNote> = {};
  for (const id of Object.keys(opened.record.entries)) {
    const credentials = await openEntry(opened, id);
    if (credentials !== undefined) notes[id] = noteOf(credentials);
  }
  await setItems([
    { item: vaultKey, value: opened.key },
    { item: vaultNotes, value: notes },
    // Jobs can use the vault again.
    { item: heldCredentials, value: {} },
  ]);
}

async function heldFor(
  opened: Opened,
  underWay: readonly JobUnderWay[],
): Promise<Record<string, HeldCredentials>> {
  if ((await vaultLocking.value()).runningJob === 'pause') return {};
  const held: Record<string, HeldCredentials> = {};
  for (const id of Object.keys(opened.record.entries)) {
    const jobIds = underWay.filter((job) => job.accountId === id).map((job) => job.jobId);
    const credentials = jobIds.length === 0 ? undefined : await openEntry(opened, id);
    if (credentials !== undefined) held[id] = { jobIds, credentials };
  }
  return held;
}

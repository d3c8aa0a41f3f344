import { removeItems, setItems } from '../browser/storage.ts';
import { vaultLocking } from '../settings/settings.ts';
import {
  type HeldCredentials,
  heldCredentials,
  vaultKey,
  vaultNotes,
  vaultRecord,
  vaultTries,
} from './items.ts';
import { type KeyNote, noteOf } from './note.ts';
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
import { inTurn } from './turn.ts';

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
 *                             └─► lock comes by command, idle time, the screen, the browser's end
 *
 * It is unlocked exactly while the session's key is the record's (`keyId`). So a record that was
 * written without its key, because the worker was killed in between, is simply locked.
 * A record that cannot be read is `damaged`: locked, never overwritten, and can only be removed.
 */

/** A job that may go on with the credentials it has when the vault locks. */
export interface JobUnderWay {
  readonly jobId: string;
  readonly accountId: string;
}

/**
 * What came of a passphrase: taken, not the right one, or not looked at before a time (milliseconds
 * since 1970). `damaged`: what is stored of the vault, or of an account in it, cannot be read; it is
 * left as it is.
 */
export type PassphraseAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'wrong' | 'too-soon' | 'no-vault' | 'damaged';
      readonly nextTryAt?: number;
    };

/** The record with its key, or whichever of the two is there. */
export interface VaultNow {
  readonly record: VaultRecord | 'none' | 'damaged';
  /** There is one only while the vault is unlocked. */
  readonly opened: Opened | undefined;
}

/** The vault as it is now. */
export async function vaultNow(): Promise<VaultNow> {
  const [stored, key] = await Promise.all([vaultRecord.getValue(), vaultKey.getValue()]);
  const record = readRecord(stored);
  return { record, opened: openedWith(record, key) };
}

/** The record with the key, if it is the record's own. */
export function openedWith(record: VaultNow['record'], key: VaultKey | null): Opened | undefined {
  if (typeof record === 'string' || key === null || key.keyId !== record.keyId) return undefined;
  return { record, key };
}

/** Makes the vault, empty and unlocked. Throws when there is one, damaged or not. */
export function makeVault(passphrase: string, rounds = ROUNDS): Promise<void> {
  return inTurn(async () => {
    if ((await vaultNow()).record !== 'none') throw new Error('There is a vault already');
    const opened = await newRecord(passphrase, rounds);
    await vaultRecord.setValue(opened.record);
    await vaultTries.removeValue();
    await keepOpen(opened);
  });
}

/** Unlocks the vault. A passphrase that comes too soon is not looked at. */
export function unlock(passphrase: string): Promise<PassphraseAnswer> {
  return inTurn(async () => {
    const opened = await tryPassphrase(passphrase);
    if ('why' in opened) return opened;
    await keepOpen(opened);
    return { ok: true };
  });
}

/**
 * Locks the vault: its key and all that is known of the keys in it leave the memory. What jobs under
 * way need to go on stays for them alone, if they are to go on.
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
 * Encrypts all that the vault holds anew. The new record is one write: before it, the old passphrase
 * is right; after it, the new one. A vault that was locked stays locked.
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
    // It is changed: if this fails, the vault is locked, and the new passphrase unlocks it.
    if (wasUnlocked) await vaultKey.setValue(anew.key).catch(() => {});
    return { ok: true };
  });
}

/** Removes the vault with all credentials in it, those that jobs were to go on with included. */
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

/** Lets go of what was held for jobs that are no longer under way. */
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

/** To be called as the worker starts: a wait that a clock set back made longer is counted anew. */
export function recountWait(): Promise<void> {
  return inTurn(async () => {
    const tries = await vaultTries.getValue();
    const counted = recounted(tries, Date.now());
    if (counted !== tries) await vaultTries.setValue(counted);
  });
}

type Refused = Exclude<PassphraseAnswer, { ok: true }>;

/** Opens the record by a passphrase, unless it is too soon; counts the try before it begins. */
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

/** Keeps the key for the session, with what pages may know of the credentials in the vault. */
async function keepOpen(opened: Opened): Promise<void> {
  const notes: Record<string, KeyNote> = {};
  for (const id of Object.keys(opened.record.entries)) {
    const credentials = await openEntry(opened, id);
    if (credentials !== undefined) notes[id] = noteOf(credentials);
  }
  await setItems([
    { item: vaultKey, value: opened.key },
    { item: vaultNotes, value: notes },
    // The vault has them again.
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

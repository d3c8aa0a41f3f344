import * as v from 'valibot';
import { type StoredCredentials, storedCredentialsSchema } from '../credentials.ts';
import {
  deriveKey,
  fromBase64,
  type Identity,
  newSalt,
  open,
  type Sealed,
  seal,
  toBase64,
} from './sealing.ts';

/** Rounds of PBKDF2-SHA256: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
export const ROUNDS = 600_000;

const VERSION = 1;

/** More rounds would block the worker for minutes; no vault of this extension has more. */
const MOST_ROUNDS = 10_000_000;

const sealedSchema = v.strictObject({
  nonce: v.pipe(v.string(), v.base64(), v.length(16)),
  box: v.pipe(v.string(), v.base64(), v.minLength(24)),
});

/** The vault as it is stored: one value, so that a change is written completely or not at all. */
export const vaultRecordSchema = v.strictObject({
  version: v.literal(VERSION),
  /** Never changes. */
  id: v.pipe(v.string(), v.uuid()),
  /** The id of the key that opens it; a change of the passphrase makes a new one. */
  keyId: v.pipe(v.string(), v.uuid()),
  salt: v.pipe(v.string(), v.base64(), v.length(24)),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ROUNDS)),
  /** Only the right key opens it, so a passphrase can be checked although the vault is empty. */
  check: sealedSchema,
  /** Credentials by account id. */
  entries: v.record(v.string(), sealedSchema),
});

export type VaultRecord = v.InferOutput<typeof vaultRecordSchema>;

/** The key of a vault as it is kept while the vault is unlocked. */
export interface VaultKey {
  readonly keyId: string;
  /** Its bytes in Base64. */
  readonly key: string;
}

/** A record and the key that opens it. */
export interface Opened {
  readonly record: VaultRecord;
  readonly key: VaultKey;
}

/** @returns The record, `none` if nothing is stored, or `damaged` if it does not fit the schema. */
export function readRecord(stored: unknown): VaultRecord | 'none' | 'damaged' {
  if (stored === null || stored === undefined) return 'none';
  const read = v.safeParse(vaultRecordSchema, stored);
  return read.success ? read.output : 'damaged';
}

/**
 * Makes an empty vault.
 * @param rounds {@link ROUNDS}, except in tests.
 */
export function newRecord(passphrase: string, rounds: number): Promise<Opened> {
  return lockedBy(passphrase, rounds, crypto.randomUUID());
}

/** @returns The key of a record, or `undefined` when the passphrase is wrong. */
export async function keyFor(
  record: VaultRecord,
  passphrase: string,
): Promise<VaultKey | undefined> {
  const bytes = await deriveKey(passphrase, record.salt, record.rounds);
  const right = await open(bytes, checkOf(record), record.check);
  return right === undefined ? undefined : { keyId: record.keyId, key: toBase64(bytes) };
}

/** @returns A copy of the record with the account's credentials, which replace earlier ones. */
export async function withEntry(
  { record, key }: Opened,
  accountId: string,
  credentials: StoredCredentials,
): Promise<VaultRecord> {
  const text = JSON.stringify(credentials);
  const entry = await seal(fromBase64(key.key), entryOf(record, accountId), text);
  return { ...record, entries: { ...record.entries, [accountId]: entry } };
}

/** @returns A copy of the record without the account's credentials. No key is needed. */
export function withoutEntry(record: VaultRecord, accountId: string): VaultRecord {
  const { [accountId]: _dropped, ...entries } = record.entries;
  return { ...record, entries };
}

/** @returns The account's credentials, or `undefined` when there are none or they are damaged. */
export async function openEntry(
  { record, key }: Opened,
  accountId: string,
): Promise<StoredCredentials | undefined> {
  const sealed = holds(record, accountId) ? record.entries[accountId] : undefined;
  if (sealed === undefined) return undefined;
  const text = await open(fromBase64(key.key), entryOf(record, accountId), sealed);
  if (text === undefined) return undefined;
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), storedCredentialsSchema), text);
  return read.success ? read.output : undefined;
}

/** @returns Whether the record has credentials of the account. */
export function holds(record: VaultRecord, accountId: string): boolean {
  return Object.hasOwn(record.entries, accountId);
}

/**
 * Encrypts the whole vault under another passphrase.
 * @returns The new record, or `undefined` when an entry is damaged and would be lost.
 */
export async function underPassphrase(
  before: Opened,
  passphrase: string,
  rounds: number,
): Promise<Opened | undefined> {
  const after = await lockedBy(passphrase, rounds, before.record.id);
  let { record } = after;
  for (const accountId of Object.keys(before.record.entries)) {
    const credentials = await openEntry(before, accountId);
    if (credentials === undefined) return undefined;
    record = await withEntry({ record, key: after.key }, accountId, credentials);
  }
  return { record, key: after.key };
}

async function lockedBy(passphrase: string, rounds: number, id: string): Promise<Opened> {
  const salt = newSalt();
  const keyId = crypto.randomUUID();
  const bytes = await deriveKey(passphrase, salt, rounds);
  const head = { version: VERSION, id, keyId, salt, rounds } as const;
  const check: Sealed = await seal(bytes, checkOf(head), '');
  return { record: { ...head, check, entries: {} }, key: { keyId, key: toBase64(bytes) } };
}

type Head = Pick<VaultRecord, 'version' | 'id'>;

function checkOf({ version, id }: Head): Identity {
  return ['vodsweep-vault', version, id, 'check'];
}

function entryOf({ version, id }: Head, accountId: string): Identity {
  return ['vodsweep-vault', version, id, 'account', accountId];
}

import * as v from 'valibot';
import { type StoredCredentials, storedCredentialsSchema } from './credentials.ts';
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

/** More would hold the worker up for minutes; no vault of ours has them. */
const MOST_ROUNDS = 10_000_000;

const sealedSchema = v.strictObject({
  nonce: v.pipe(v.string(), v.base64(), v.length(16)),
  box: v.pipe(v.string(), v.base64(), v.minLength(24)),
});

/** The vault as it rests: one value, so that every change of it is whole or not at all. */
export const vaultRecordSchema = v.strictObject({
  version: v.literal(VERSION),
  /** Stays for the vault's life. */
  id: v.pipe(v.string(), v.uuid()),
  /** Of the key that opens it: another one after each change of the passphrase. */
  keyId: v.pipe(v.string(), v.uuid()),
  salt: v.pipe(v.string(), v.base64(), v.length(24)),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ROUNDS)),
  /** Opens only by the right key, also when there is nothing else to try it on. */
  check: sealedSchema,
  /** Credentials by account id. */
  entries: v.record(v.string(), sealedSchema),
});

export type VaultRecord = v.InferOutput<typeof vaultRecordSchema>;

/** The key of a vault, as it is kept while the vault is unlocked. */
export interface VaultKey {
  readonly keyId: string;
  /** Its bytes in Base64. */
  readonly key: string;
}

/** A record with the key that opens it. */
export interface Opened {
  readonly record: VaultRecord;
  readonly key: VaultKey;
}

/** Takes what is stored; gives the record, or says that there is none or that it is not whole. */
export function readRecord(stored: unknown): VaultRecord | 'none' | 'damaged' {
  if (stored === null || stored === undefined) return 'none';
  const read = v.safeParse(vaultRecordSchema, stored);
  return read.success ? read.output : 'damaged';
}

/** Makes an empty vault. `rounds` are those of {@link ROUNDS} except in tests. */
export function newRecord(passphrase: string, rounds: number): Promise<Opened> {
  return lockedBy(passphrase, rounds, crypto.randomUUID());
}

/** The key of a record, or `undefined` when the passphrase is not its own. */
export async function keyFor(
  record: VaultRecord,
  passphrase: string,
): Promise<VaultKey | undefined> {
  const bytes = await deriveKey(passphrase, record.salt, record.rounds);
  const right = await open(bytes, checkOf(record), record.check);
  return right === undefined ? undefined : { keyId: record.keyId, key: toBase64(bytes) };
}

/** A record that holds the account's credentials, in the place of those it held. */
export async function withEntry(
  { record, key }: Opened,
  accountId: string,
  credentials: StoredCredentials,
): Promise<VaultRecord> {
  const text = JSON.stringify(credentials);
  const entry = await seal(fromBase64(key.key), entryOf(record, accountId), text);
  return { ...record, entries: { ...record.entries, [accountId]: entry } };
}

/** A record without the account's credentials; needs no key. */
export function withoutEntry(record: VaultRecord, accountId: string): VaultRecord {
  const { [accountId]: _dropped, ...entries } = record.entries;
  return { ...record, entries };
}

/** The account's credentials; `undefined` when the record has none or they are damaged. */
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

/** Whether the record has credentials of the account. */
export function holds(record: VaultRecord, accountId: string): boolean {
  return Object.hasOwn(record.entries, accountId);
}

/**
 * The same vault under another passphrase, all of it encrypted anew; `undefined` when an entry is
 * damaged, for nothing may be dropped on the way.
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

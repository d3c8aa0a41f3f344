import { type Account, keyHint, type StoredCredentials } from '../accounts/account.ts';
import { accountById } from '../accounts/accounts.ts';
import type { Credentials } from '../vod/credentials.ts';
import { Secret } from '../vod/secret.ts';
import { fetchedKey } from './fetched.ts';
import { heldCredentials, typedCredentials } from './items.ts';
import { uriHint } from './key-note.ts';
import { holds, openEntry } from './record.ts';
import { vaultNow } from './vault.ts';

/** The credentials of an account with the hint of their key. */
export interface Key {
  readonly hint: string;
  readonly credentials: Credentials;
}

/**
 * Why an account has no key to sign with: it must be typed, the vault is locked, its token has
 * ended, or its credentials URI gave none.
 */
export type KeyLack = 'absent' | 'locked' | 'expired' | 'uri';

export type FoundKey =
  | { readonly ok: true; readonly key: Key }
  | { readonly ok: false; readonly why: KeyLack };

/**
 * Finds the key of an account, fetching it first if it has to be. With the id of a job that was
 * under way when the vault was locked, also the one that was held for it. Only the worker calls this.
 */
export async function findKey(accountId: string, jobId?: string): Promise<FoundKey> {
  const account = await accountById(accountId);
  if (account === undefined) return { ok: false, why: 'absent' };
  const found = await credentialsOf(account, jobId);
  if (typeof found === 'string') return { ok: false, why: found };
  // The holder of a credentials URI gives what has not ended; a typed token may have.
  if (account.key.from !== 'uri' && (found.expiresAt ?? Number.POSITIVE_INFINITY) <= Date.now()) {
    return { ok: false, why: 'expired' };
  }
  const hint = account.key.from === 'uri' ? uriHint(account.key.uri) : keyHint(found.accessKeyId);
  return { ok: true, key: { hint, credentials: signerOf(found) } };
}

/** The key of an account, or `undefined` when it has none to sign with. */
export async function keyOf(accountId: string): Promise<Key | undefined> {
  const found = await findKey(accountId);
  return found.ok ? found.key : undefined;
}

async function credentialsOf(
  { id, key }: Account,
  jobId: string | undefined,
): Promise<StoredCredentials | KeyLack> {
  if (key.from === 'session') return (await typedCredentials.getValue())[id] ?? 'absent';
  if (key.from === 'uri') return (await fetchedKey(id, key.uri)) ?? 'uri';
  const { record, opened } = await vaultNow();
  if (opened !== undefined) return (await openEntry(opened, id)) ?? 'absent';
  if (record === 'none') return 'absent';
  if (jobId !== undefined) {
    const held = (await heldCredentials.getValue())[id];
    if (held?.jobIds.includes(jobId)) return held.credentials;
  }
  return record === 'damaged' || holds(record, id) ? 'locked' : 'absent';
}

function signerOf({ accessKeyId, accessKeySecret, securityToken }: StoredCredentials): Credentials {
  return {
    accessKeyId,
    accessKeySecret: new Secret(accessKeySecret),
    ...(securityToken === undefined ? {} : { securityToken: new Secret(securityToken) }),
  };
}

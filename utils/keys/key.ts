import type { Credentials } from '../vod/credentials.ts';
import { Secret } from '../vod/secret.ts';
import { keyHint, type StoredCredentials, uriHint } from './credentials.ts';
import { fetchedKey } from './fetched.ts';
import { heldCredentials, typedCredentials } from './items.ts';
import type { KeyOwner } from './owner.ts';
import { holds, openEntry } from './vault/record.ts';
import { vaultNow } from './vault/vault.ts';

/** The credentials of an account, and the hint by which a person recognises them. */
export interface Key {
  readonly hint: string;
  readonly credentials: Credentials;
}

/**
 * Why an account has no key: it must be typed (`no-key`), the vault is locked, the token has
 * expired, or the credentials URI returned none.
 */
export type KeyLack = 'no-key' | 'locked' | 'expired' | 'uri';

export type FoundKey =
  | { readonly ok: true; readonly key: Key }
  | { readonly ok: false; readonly why: KeyLack };

/**
 * Finds the key of an account, and fetches it first if necessary. Only the worker calls this.
 * @param jobId A job that was under way when the vault was locked: its key may have been kept for
 *   it, and is found too.
 */
export async function keyOf(owner: KeyOwner, jobId?: string): Promise<FoundKey> {
  const found = await credentialsOf(owner, jobId);
  if (typeof found === 'string') return { ok: false, why: found };
  // `fetchedKey` returns only valid credentials, but a typed token may have expired.
  if (owner.key.from !== 'uri' && (found.expiresAt ?? Number.POSITIVE_INFINITY) <= Date.now()) {
    return { ok: false, why: 'expired' };
  }
  const hint = owner.key.from === 'uri' ? uriHint(owner.key.uri) : keyHint(found.accessKeyId);
  return { ok: true, key: { hint, credentials: signerOf(found) } };
}

async function credentialsOf(
  owner: KeyOwner,
  jobId: string | undefined,
): Promise<StoredCredentials | KeyLack> {
  const { id, key } = owner;
  if (key.from === 'session') return (await typedCredentials.getValue())[id] ?? 'no-key';
  if (key.from === 'uri') return (await fetchedKey(owner, key.uri)) ?? 'uri';
  const { record, opened } = await vaultNow();
  if (opened !== undefined) return (await openEntry(opened, id)) ?? 'no-key';
  if (record === 'none') return 'no-key';
  if (jobId !== undefined) {
    const held = (await heldCredentials.getValue())[id];
    if (held?.jobIds.includes(jobId)) return held.credentials;
  }
  return record === 'damaged' || holds(record, id) ? 'locked' : 'no-key';
}

function signerOf({ accessKeyId, accessKeySecret, securityToken }: StoredCredentials): Credentials {
  return {
    accessKeyId,
    accessKeySecret: new Secret(accessKeySecret),
    ...(securityToken === undefined ? {} : { securityToken: new Secret(securityToken) }),
  };
}

import * as v from 'valibot';
import { type StoredCredentials, storedCredentialsSchema } from '../../utils/keys/credentials.ts';
import type { Faults, FormFields } from '../accounts/form-part.ts';

const LONGEST_ID = 64;

type KeyFields = Pick<FormFields, 'keyId' | 'keySecret' | 'token' | 'expires'>;

/**
 * Reads the fields of a key.
 * @param now In milliseconds since 1970.
 * @returns No credentials when the fields are empty. Faults never contain what was typed.
 */
export function readKey(
  fields: KeyFields,
  now: number,
): { readonly faults: Faults } | { readonly credentials?: StoredCredentials } {
  const id = fields.keyId.trim();
  const secret = fields.keySecret.trim();
  const token = fields.token.trim();
  if (id === '' && secret === '' && token === '') return {};
  const ends = token === '' ? undefined : momentOf(fields.expires);
  const faults: Faults = {
    ...keyIdFault(id, secret),
    ...(secret === '' && { keySecret: { key: 'fault_secret_empty' } }),
    ...(/\s/.test(secret) && { keySecret: { key: 'fault_spaces' } }),
    ...(looksLikeId(secret) && !looksLikeId(id) && { keySecret: { key: 'fault_swapped' } }),
    ...(/\s/.test(token) && { token: { key: 'fault_spaces' } }),
    ...(id.startsWith('STS.') && token === '' && { token: { key: 'fault_token_missing' } }),
    ...(ends !== undefined && ends <= now && { expires: { key: 'fault_expires_past' } }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  const parsed = v.safeParse(storedCredentialsSchema, {
    accessKeyId: id,
    accessKeySecret: secret,
    ...(token !== '' && { securityToken: token }),
    ...(ends !== undefined && { expiresAt: ends }),
  });
  if (parsed.success) return { credentials: parsed.output };
  const field = v.getDotPath(parsed.issues[0]);
  return {
    faults:
      field === 'accessKeyId'
        ? { keyId: { key: 'fault_key_id' } }
        : { keySecret: { key: 'fault_secret' } },
  };
}

/** @returns A time as the value of a `datetime-local` input: in local time, to the second. */
export function localMoment(at: number): string {
  const minutes = new Date(at).getTimezoneOffset();
  return new Date(at - minutes * 60_000).toISOString().slice(0, 19);
}

// The value of a `datetime-local` input is a complete time or empty.
function momentOf(local: string): number | undefined {
  const at = local === '' ? Number.NaN : new Date(local).getTime();
  return Number.isNaN(at) ? undefined : at;
}

function keyIdFault(id: string, secret: string): Faults {
  if (id === '') return { keyId: { key: 'fault_key_id_empty' } };
  if (/\s/.test(id)) return { keyId: { key: 'fault_spaces' } };
  if (looksLikeId(secret) && !looksLikeId(id)) return { keyId: { key: 'fault_swapped' } };
  return id.length > LONGEST_ID ? { keyId: { key: 'fault_key_id' } } : {};
}

// Since 2017, ids start like this. Older ids have no common start, so any id is accepted.
function looksLikeId(text: string): boolean {
  return /^(?:LTAI|STS\.)/.test(text);
}

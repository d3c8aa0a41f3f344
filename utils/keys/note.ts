import { keyHint, type StoredCredentials } from './credentials.ts';

/** What pages may know about credentials. */
export interface KeyNote {
  /** The part of the key id by which a person recognises the key. */
  readonly hint: string;
  /** When the credentials expire, in milliseconds since 1970. */
  readonly expiresAt?: number;
}

/** @returns What pages may know about these credentials. */
export function noteOf({ accessKeyId, expiresAt }: StoredCredentials): KeyNote {
  return { hint: keyHint(accessKeyId), ...(expiresAt === undefined ? {} : { expiresAt }) };
}

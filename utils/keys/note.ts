import { keyHint, type StoredCredentials } from './credentials.ts';

/** What pages may know of the credentials at hand. */
export interface KeyNote {
  /** By what a person recognises the key. */
  readonly hint: string;
  /** When the credentials end, in milliseconds since 1970. */
  readonly expiresAt?: number;
}

/** @returns What pages may know of credentials. */
export function noteOf({ accessKeyId, expiresAt }: StoredCredentials): KeyNote {
  return { hint: keyHint(accessKeyId), ...(expiresAt === undefined ? {} : { expiresAt }) };
}

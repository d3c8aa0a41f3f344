import { keyHint, type StoredCredentials } from '../accounts/account.ts';
import type { KeyNote } from './items.ts';

/** What pages may know of credentials. */
export function noteOf({ accessKeyId, expiresAt }: StoredCredentials): KeyNote {
  return { hint: keyHint(accessKeyId), ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** By what to recognise a key that is fetched: its id is another one each time. */
export function uriHint(uri: string): string {
  const { host, pathname } = new URL(uri);
  return `${host}${pathname}`;
}

import type { StoredCredentials } from './credentials.ts';

/** Few rounds, so that tests do not wait; one test uses as many as the product. */
export const FEW_ROUNDS = 10;

export const PASSPHRASE = 'correct horse battery staple';

/** @returns Credentials that differ for each name. */
export function credentialsOf(name: string): StoredCredentials {
  return { accessKeyId: `LTAI5t${name}0000`, accessKeySecret: `secret-of-${name}-0123456789` };
}

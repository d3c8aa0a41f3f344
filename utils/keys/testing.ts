import type { StoredCredentials } from './credentials.ts';

/** Few, so that tests do not wait; one test takes as many as the product does. */
export const FEW_ROUNDS = 10;

export const PASSPHRASE = 'correct horse battery staple';

/** Credentials that are another account's for every other name. */
export function credentialsOf(name: string): StoredCredentials {
  return { accessKeyId: `LTAI5t${name}0000`, accessKeySecret: `secret-of-${name}-0123456789` };
}

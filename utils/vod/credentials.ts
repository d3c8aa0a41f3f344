import type { Secret } from './secret.ts';

/** What signs a call: an AccessKey pair, with the token when the pair comes from STS. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: Secret;
  readonly securityToken?: Secret;
}

/** A fault of credentials that shows before anything is sent, with a code as VOD's errors have. */
export interface CredentialFault {
  readonly code: 'Client.Key' | 'Client.Secret' | 'Client.Token';
  readonly message: string;
}

/**
 * Takes credentials; gives what keeps them from signing a request, or nothing.
 * Such are slips of typing and pasting: something empty, a space, a letter that no header can carry.
 */
export function credentialFault(credentials: Credentials): CredentialFault | undefined {
  // The id stands in a comma-separated header.
  if (!/^[!-+\--~]+$/.test(credentials.accessKeyId)) {
    return { code: 'Client.Key', message: 'malformed key id' };
  }
  if (!VISIBLE.test(credentials.accessKeySecret.reveal())) {
    return { code: 'Client.Secret', message: 'malformed secret' };
  }
  const token = credentials.securityToken;
  if (token !== undefined && !VISIBLE.test(token.reveal())) {
    return { code: 'Client.Token', message: 'malformed token' };
  }
  return undefined;
}

const VISIBLE = /^[!-~]+$/;

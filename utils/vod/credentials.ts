import type { Secret } from './secret.ts';

/** What signs a call: an AccessKey pair, and the token if the pair comes from STS. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: Secret;
  readonly securityToken?: Secret;
}

/** A fault of credentials that is found before anything is sent. Its code is like VOD's codes. */
export interface CredentialFault {
  readonly code: 'Client.Key' | 'Client.Secret' | 'Client.Token';
  readonly message: string;
}

/**
 * Finds typing and pasting mistakes: an empty part, a space, a character that no header can contain.
 * @returns Why the credentials cannot sign a request, or `undefined`.
 */
export function credentialFault(credentials: Credentials): CredentialFault | undefined {
  // The id is part of a comma-separated header.
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

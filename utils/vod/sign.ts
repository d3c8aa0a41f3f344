import hex from 'crypto-js/enc-hex.js';
import hmacSha256 from 'crypto-js/hmac-sha256.js';
import sha256 from 'crypto-js/sha256.js';
import type { Credentials } from './credentials.ts';
import { encodeQuery } from './encode.ts';

export const ALGORITHM = 'ACS3-HMAC-SHA256';
const PATH = '/';
// The hash of the empty body: all parameters are in the query.
const EMPTY_HASH = sha256('').toString(hex);

/** A call before it is signed. */
export interface UnsignedRequest {
  /** The endpoint, without scheme. */
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`, without milliseconds. */
  readonly date: string;
  /** Unique within 15 minutes. */
  readonly nonce: string;
}

/** A call ready for `fetch` with POST and no body. The headers have no `host`, because fetch sets it. */
export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The hashed text, for tests and dry runs. It contains the key id, and the token if there is one. */
  readonly canonicalRequest: string;
}

/**
 * Signs a call with signature version 3. A pure function. Source:
 * https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 * @returns The address and the headers to send.
 * @throws URIError when a text contains half a surrogate pair.
 */
export function sign(request: UnsignedRequest, credentials: Credentials): SignedRequest {
  const query = encodeQuery(request.parameters);
  const headers = unsignedHeaders(request);
  if (credentials.securityToken !== undefined) {
    // With a token, the official SDK sends the key id in this header too, and signs both.
    headers['x-acs-accesskey-id'] = credentials.accessKeyId;
    headers['x-acs-security-token'] = credentials.securityToken.reveal();
  }
  const toSign = Object.entries({ ...headers, host: request.host })
    .map(([name, value]) => [name, value.trim()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = toSign.map(([name]) => name).join(';');
  const lines = toSign.map(([name, value]) => `${name}:${value}\n`).join('');
  const canonicalRequest = ['POST', PATH, query, lines, names, EMPTY_HASH].join('\n');
  const stringToSign = `${ALGORITHM}\n${sha256(canonicalRequest).toString(hex)}`;
  const signature = hmacSha256(stringToSign, credentials.accessKeySecret.reveal()).toString(hex);
  return {
    url: `https://${request.host}${PATH}${query === '' ? '' : `?${query}`}`,
    headers: {
      ...headers,
      // Not signed, as in the official SDK. Without this header VOD answers in XML.
      accept: 'application/json',
      authorization: `${ALGORITHM} Credential=${credentials.accessKeyId},SignedHeaders=${names},Signature=${signature}`,
    },
    canonicalRequest,
  };
}

function unsignedHeaders(request: UnsignedRequest): Record<string, string> {
  return {
    'x-acs-action': request.action,
    'x-acs-content-sha256': EMPTY_HASH,
    'x-acs-date': request.date,
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
  };
}

import hex from 'crypto-js/enc-hex.js';
import hmacSha256 from 'crypto-js/hmac-sha256.js';
import sha256 from 'crypto-js/sha256.js';
import type { Credentials } from './credentials.ts';
import { encodeQuery } from './encode.ts';

export const ALGORITHM = 'ACS3-HMAC-SHA256';
const PATH = '/';
// The hash of the empty body: every parameter travels in the query.
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
  /** Never the same twice within 15 minutes. */
  readonly nonce: string;
}

/** A call ready for `fetch` with POST and no body; `host` is not among the headers since fetch sets it. */
export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What was hashed: for tests and dry runs; holds the key id and the token when there is one. */
  readonly canonicalRequest: string;
}

/**
 * Signs a call with signature version 3, as
 * https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature describes.
 * Takes the call and the credentials; gives the address and the headers to send. Pure.
 * Throws a URIError when a text holds half a surrogate pair.
 */
export function sign(request: UnsignedRequest, credentials: Credentials): SignedRequest {
  const query = encodeQuery(request.parameters);
  const headers = unsignedHeaders(request);
  if (credentials.securityToken !== undefined) {
    // The official SDK sends the id a second time beside a token, and signs both.
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
      // Left unsigned, as the official SDK does; without it VOD answers in XML.
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

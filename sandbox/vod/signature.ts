import { timingSafeEqual } from 'node:crypto';
import { createRequire } from 'node:module';
import type { VodRequest } from './request.ts';

const algorithm = 'ACS3-HMAC-SHA256';

/** The part of `@alicloud/openapi-core` that signs. */
export interface OfficialSigner {
  getAuthorization(
    request: {
      readonly method: string;
      readonly pathname: string;
      readonly query: Readonly<Record<string, string>>;
      readonly headers: Readonly<Record<string, string>>;
    },
    signatureAlgorithm: string,
    payloadHash: string,
    accessKeyId: string,
    accessKeySecret: string,
  ): string;
  hash(raw: Buffer, signatureAlgorithm: string): Buffer;
  getTimestamp(): string;
  getNonce(): string;
}

// The package is CommonJS behind a default export; require reads it the same under every loader.
const official = createRequire(import.meta.url)('@alicloud/openapi-core/dist/utils.js') as {
  readonly default: OfficialSigner;
};

/** Alibaba's own signer. */
export const officialSigner: OfficialSigner = official.default;

/** The headers that every V3 request must sign. */
export const requiredSignedHeaders = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
] as const;

/** The result of a signature check. */
export interface SignatureCheck {
  readonly valid: boolean;
  /** What the gateway signed, for the error message. */
  readonly stringToSign: string;
  readonly canonicalRequest: string;
}

/** Signs the received request again with the stored secret and compares both signatures. */
export function checkSignature(request: VodRequest, secret: string): SignatureCheck {
  const signed = new Set(request.authorization?.signedHeaders);
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name]) => signed.has(name) || name.startsWith('x-acs-'),
    ),
  );
  // The gateway hashes the body it received, so a wrong content hash shows as a wrong signature.
  const payload = officialSigner.hash(request.body, algorithm).toString('hex');
  const { result, hashed } = watchingHash(() =>
    officialSigner.getAuthorization(
      { method: request.method, pathname: request.path, query: request.parameters, headers },
      algorithm,
      payload,
      request.authorization?.accessKeyId ?? '',
      secret,
    ),
  );
  const canonicalRequest = hashed.toString();
  return {
    valid:
      request.headers['x-acs-content-sha256'] === payload &&
      sameText(signatureIn(request.headers.authorization ?? ''), signatureIn(result)),
    stringToSign: `${algorithm}\n${officialSigner.hash(hashed, algorithm).toString('hex')}`,
    canonicalRequest,
  };
}

/** @returns The names of the signed headers and the signature: all that can differ. */
function signatureIn(authorization: string): string {
  return authorization.slice(authorization.indexOf('SignedHeaders=')).replaceAll(' ', '');
}

/** Runs the signer and captures what it hashes, since it does not return that. */
function watchingHash(sign: () => string): { result: string; hashed: Buffer } {
  const original = officialSigner.hash;
  let hashed = Buffer.alloc(0);
  officialSigner.hash = (raw, name) => {
    hashed = Buffer.from(raw);
    return original(raw, name);
  };
  try {
    return { result: sign(), hashed };
  } finally {
    officialSigner.hash = original;
  }
}

function sameText(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}

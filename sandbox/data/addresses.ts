import { createHash, createHmac } from 'node:crypto';
import type { Account } from './accounts.ts';

/** The forms of the address of an account's file. */
export type Via = 'plain' | 'signed' | 'bucket' | 'bucket-signed';

/** @returns The type-A signature for a path: the value of `auth_key`. */
export function authKey(path: string, key: string, expires: number, rand: string): string {
  const seconds = Math.floor(expires / 1000);
  const sum = createHash('md5').update(`${path}-${seconds}-${rand}-0-${key}`).digest('hex');
  return `${seconds}-${rand}-0-${sum}`;
}

/**
 * @returns The address of a file in this form; in the plain form if the account does not have it
 *   (for example, no domain with signatures).
 */
export function addressOf(account: Account, path: string, via: Via, expires: number): string {
  const bucket = `https://${account.bucket}${path}`;
  if (via === 'bucket') return bucket;
  if (via === 'bucket-signed') return `${bucket}?${ossQuery(path, expires)}`;
  const guarded = account.domains.find((domain) => domain.authKey !== undefined);
  if (via === 'signed' && guarded?.authKey !== undefined) {
    const rand = createHash('md5').update(path).digest('hex');
    return `https://${guarded.host}${path}?auth_key=${authKey(path, guarded.authKey, expires, rand)}`;
  }
  const plain = account.domains.find((domain) => domain.authKey === undefined);
  return plain ? `https://${plain.host}${path}` : bucket;
}

function ossQuery(path: string, expires: number): string {
  const seconds = Math.floor(expires / 1000);
  const signature = createHmac('sha1', 'sandbox-oss')
    .update(`${path}\n${seconds}`)
    .digest('base64');
  return `Expires=${seconds}&OSSAccessKeyId=LTAIsandboxOss01&Signature=${encodeURIComponent(signature)}`;
}

/** Host and decoded path of an address; `bare`: it has no query and no fragment. */
export interface AddressParts {
  readonly host: string;
  readonly path: string;
  readonly bare: boolean;
}

/** @returns The parts of an http or https address; undefined for any other text. */
export function partsOf(address: string): AddressParts | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return { host: url.hostname, path: decodedPath(url.pathname), bare: !/[?#]/.test(address) };
}

/** @returns The percent-decoded path; unchanged if its escapes are broken. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import type { Credentials } from './credentials.ts';
import { Secret } from './secret.ts';
import { sign, type UnsignedRequest } from './sign.ts';

const LEFT_OUT = '…';

/** A request as a dry run shows it: complete except for the signature and the token. */
export interface DescribedRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Describes a request so that it can be shown but not sent.
 * @param credentials Only their key id is shown, and their secrets are not read. Without them the key
 *   id is left out too.
 */
export function describeRequest(
  request: UnsignedRequest,
  credentials: Credentials | undefined,
): DescribedRequest {
  const blank = new Secret(LEFT_OUT);
  const { url, headers } = sign(request, {
    accessKeyId: credentials?.accessKeyId ?? LEFT_OUT,
    accessKeySecret: blank,
    ...(credentials?.securityToken !== undefined && { securityToken: blank }),
  });
  const authorization = headers.authorization?.replace(/Signature=.*$/, `Signature=${LEFT_OUT}`);
  return {
    method: 'POST',
    url,
    headers: { ...headers, ...(authorization !== undefined && { authorization }) },
  };
}

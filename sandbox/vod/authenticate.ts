import type { AccessKey } from '../data/keys.ts';
import type { Owned, World } from '../data/world.ts';
import { VodError } from './errors.ts';
import { type Nonces, timeWindow } from './limits.ts';
import type { VodRequest } from './request.ts';
import { checkSignature, requiredSignedHeaders } from './signature.ts';

/** Who makes a call. */
export type Caller = Owned;

/**
 * Identifies the caller by checking key, token, time, nonce and signature, in this order.
 * @throws VodError if a check fails.
 */
export function authenticate(
  request: VodRequest,
  world: World,
  nonces: Nonces,
  now: number,
): Caller {
  if (!request.authorization) {
    const given = request.headers.authorization ?? '';
    throw new VodError(given === '' ? 'MissingAccessKeyId' : 'IncompleteSignature');
  }
  const { accessKeyId, signedHeaders } = request.authorization;
  const caller = callerOf(accessKeyId, world);
  checkToken(request.headers['x-acs-security-token'], caller.key, world, now);
  checkTime(request.headers['x-acs-date'], now);
  if (request.nonce === '') throw new VodError('MissingSignatureNonce');
  if (nonces.has(accessKeyId, request.nonce)) throw new VodError('SignatureNonceUsed');
  if (requiredSignedHeaders.some((name) => !signedHeaders.includes(name))) {
    throw new VodError('IncompleteSignature');
  }
  const check = checkSignature(request, caller.key.accessKeySecret);
  if (!check.valid) {
    throw new VodError(
      'SignatureDoesNotMatch',
      `Specified signature is not matched with our calculation. server string to sign is:${check.stringToSign}, server canonical request is:${check.canonicalRequest}, access key id is:${accessKeyId}`,
    );
  }
  nonces.add(accessKeyId, request.nonce, now);
  return caller;
}

function callerOf(accessKeyId: string, world: World): Caller {
  const owned = world.keyOf(accessKeyId);
  if (owned === undefined) throw new VodError('InvalidAccessKeyId.NotFound');
  if (!owned.key.active) throw new VodError('InvalidAccessKeyId.Inactive');
  return owned;
}

function checkToken(given: string | undefined, key: AccessKey, world: World, now: number): void {
  if (given === undefined) {
    if (key.securityToken !== undefined) throw new VodError('MissingSecurityToken');
    return;
  }
  if (given !== key.securityToken) {
    throw new VodError(
      world.hasToken(given)
        ? 'InvalidSecurityToken.MismatchWithAccessKey'
        : 'InvalidSecurityToken.Malformed',
    );
  }
  if (key.expires !== undefined && key.expires <= now) {
    throw new VodError('InvalidSecurityToken.Expired');
  }
}

function checkTime(given: string | undefined, now: number): void {
  if (given === undefined) throw new VodError('MissingTimestamp');
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(time)) throw new VodError('InvalidTimeStamp.Format');
  if (Math.abs(now - time) > timeWindow) throw new VodError('InvalidTimeStamp.Expired');
}

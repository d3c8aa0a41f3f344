// @vitest-environment node
import dns from 'node:dns';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { call, deleteUrls, found, json, keyOf, verdict } from './testing.ts';
import { Rate } from './vod/limits.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
beforeEach(() => sandbox.reset());
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => sandbox.close());

const anId = (): string => found(sandbox.accounts[0].images[0]).imageId;
const infos = (more: Parameters<typeof call>[3] = {}) =>
  call(sandbox, 'GetImageInfos', { ImageIds: anId() }, more);
const timeAt = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+/, '');

describe('the caller', () => {
  test('a call with a right signature is answered', async () => {
    expect(verdict(await infos())).toBe('200');
    expect(verdict(await infos({ method: 'GET' }))).toBe('200');
    expect(sandbox.calls.map(({ signatureValid }) => signatureValid)).toEqual([true, true]);
  });

  test('a parameter may contain every kind of character', async () => {
    const odd = 'a b,c+d*e~f%g\'h"(i)!j&k=l 图片 🏔';
    expect(verdict(await call(sandbox, 'GetImageInfos', { ImageIds: odd }))).toBe('200');
    expect(sandbox.calls[0]?.parameters).toEqual({ ImageIds: odd });
  });

  test('a wrong secret is refused, and the message repeats what was signed', async () => {
    const key = { ...keyOf(sandbox, 'full'), accessKeySecret: 'wrong' };
    const reply = await infos({ key });
    expect(verdict(reply)).toBe('400 SignatureDoesNotMatch');
    const message = String(json(reply).Message);
    expect(message).toContain('ACS3-HMAC-SHA256\n');
    expect(message).toContain(`ImageIds=${anId()}`);
    expect(message).toContain(key.accessKeyId);
    expect(message).not.toContain(keyOf(sandbox, 'full').accessKeySecret);
    expect(sandbox.calls[0]?.signatureValid).toBe(false);
  });

  test.each([
    ['x-acs-action', 'DeleteImage'],
    ['x-acs-version', '2017-03-22'],
    ['x-acs-signature-nonce', 'another'],
    ['x-acs-date', timeAt(1)],
    ['x-acs-content-sha256', '0'.repeat(64)],
    ['x-acs-added', 'after signing'],
    ['x-acs-version', undefined],
  ])('a header that was changed after signing is refused: %s', async (name, value) => {
    const reply = await infos({ tamper: { [name]: value } });
    expect(verdict(reply)).toBe('400 SignatureDoesNotMatch');
  });

  test('a content hash that is not the hash of the body is refused', async () => {
    const reply = await infos({ headers: { 'x-acs-content-sha256': '0'.repeat(64) } });
    expect(verdict(reply)).toBe('400 SignatureDoesNotMatch');
  });

  test.each([
    ['', '400 MissingAccessKeyId'],
    ['Basic abc', '400 IncompleteSignature'],
    [
      'ACS3-HMAC-SHA256 Credential=LTAI,SignedHeaders=host,Signature=xyz',
      '400 IncompleteSignature',
    ],
  ])('the authorization "%s" is refused', async (authorization, expected) => {
    expect(verdict(await infos({ tamper: { authorization } }))).toBe(expected);
  });

  test.each([
    ['x-acs-date', '400 MissingTimestamp'],
    ['x-acs-signature-nonce', '400 MissingSignatureNonce'],
    ['x-acs-content-sha256', '400 IncompleteSignature'],
  ])('a call without %s is refused', async (name, expected) => {
    expect(verdict(await infos({ headers: { [name]: undefined } }))).toBe(expected);
  });

  test('unknown and disabled keys are refused', async () => {
    const key = { accessKeyId: 'LTAI5tNobody0000000000001', accessKeySecret: 'any' };
    expect(verdict(await infos({ key }))).toBe('404 InvalidAccessKeyId.NotFound');
    expect(verdict(await infos({ key: keyOf(sandbox, 'inactive') }))).toBe(
      '400 InvalidAccessKeyId.Inactive',
    );
  });

  test.each([
    [-16, '400 InvalidTimeStamp.Expired'],
    [16, '400 InvalidTimeStamp.Expired'],
    [-14, '200'],
    [14, '200'],
  ])('a call whose time is %i minutes off is answered with %s', async (minutes, expected) => {
    expect(verdict(await infos({ headers: { 'x-acs-date': timeAt(minutes) } }))).toBe(expected);
  });

  test.each([
    'yesterday',
    '2026-11-24 10:00:00',
    '2026-11-24T10:00:00.000Z',
    '2026-13-45T10:00:00Z',
  ])('the time "%s" is not well formatted', async (time) => {
    const reply = await infos({ headers: { 'x-acs-date': time } });
    expect(verdict(reply)).toBe('400 InvalidTimeStamp.Format');
  });

  test('a nonce is valid for one call with a right signature', async () => {
    const headers = { 'x-acs-signature-nonce': 'once' };
    const wrong = { ...keyOf(sandbox, 'full'), accessKeySecret: 'wrong' };
    expect(verdict(await infos({ headers, key: wrong }))).toBe('400 SignatureDoesNotMatch');
    expect(verdict(await infos({ headers }))).toBe('200');
    expect(verdict(await infos({ headers }))).toBe('400 SignatureNonceUsed');
  });

  test('STS triples', async () => {
    const sts = keyOf(sandbox, 'sts');
    const other = keyOf(sandbox, 'sts-expired');
    expect(verdict(await infos({ key: sts }))).toBe('200');
    expect(verdict(await infos({ key: other }))).toBe('400 InvalidSecurityToken.Expired');
    const { accessKeyId, accessKeySecret } = sts;
    const withToken = (securityToken: string) => ({ accessKeyId, accessKeySecret, securityToken });
    expect(verdict(await infos({ key: { accessKeyId, accessKeySecret } }))).toBe(
      '400 MissingSecurityToken',
    );
    expect(verdict(await infos({ key: withToken('nonsense') }))).toBe(
      '400 InvalidSecurityToken.Malformed',
    );
    expect(verdict(await infos({ key: withToken(found(other.securityToken)) }))).toBe(
      '400 InvalidSecurityToken.MismatchWithAccessKey',
    );
  });

  test('a key without the right to delete may read, and is refused before parameters are checked', async () => {
    const key = keyOf(sandbox, 'no-delete');
    expect(verdict(await infos({ key }))).toBe('200');
    expect(verdict(await deleteUrls(sandbox, [], { key }))).toBe('403 Forbidden.RAM');
    const session = keyOf(sandbox, 'sts-no-delete');
    expect(verdict(await deleteUrls(sandbox, [], { key: session }))).toBe('403 NoPermission');
  });
});

describe('the call', () => {
  test('unknown actions, versions and methods are refused', async () => {
    expect(verdict(await call(sandbox, 'DropEverything', {}))).toBe('404 InvalidApi.NotFound');
    expect(verdict(await infos({ headers: { 'x-acs-version': '2020-01-01' } }))).toBe(
      '400 NoSuchVersion',
    );
    expect(verdict(await infos({ method: 'PUT' }))).toBe('400 UnsupportedHTTPMethod');
  });

  test('an unknown parameter is refused', async () => {
    const reply = await call(sandbox, 'GetImageInfos', { ImageIds: anId(), Colour: 'red' });
    expect(verdict(reply)).toBe('400 InvalidParameter');
  });

  test('the calls of all keys of an account are counted together', async () => {
    const narrow = await startSandbox({ latency: 0, callsPerSecond: 1 });
    const keys = [keyOf(narrow, 'full'), keyOf(narrow, 'no-delete')];
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        call(narrow, 'GetImageInfos', { ImageIds: anId() }, { key: found(keys[index % 2]) }),
      ),
    );
    await narrow.close();
    const verdicts = replies.map(verdict);
    expect(new Set(verdicts)).toEqual(new Set(['200', '400 Throttling.User']));
  });

  test('an account may make at most 50 calls in any second', () => {
    const rate = new Rate(50);
    const taken = (count: number, account: string, now: number): number =>
      Array.from({ length: count }, () => rate.take(account, now)).filter(Boolean).length;
    expect(taken(30, 'acme', 0)).toBe(30);
    expect(taken(30, 'acme', 900)).toBe(20);
    expect(taken(60, 'other', 900)).toBe(50);
    expect(taken(60, 'acme', 1000)).toBe(30);
    expect(taken(60, 'acme', 1900)).toBe(20);
  });

  test('the endpoints of other regions answer, but hold no data', async () => {
    const region = 'ap-southeast-1';
    expect(json(await infos({ region })).NonExistImageIds).toEqual([anId()]);
    const address = found(sandbox.accounts[0].images[0]).addresses.plain;
    expect(verdict(await deleteUrls(sandbox, [address], { region }))).toBe('404 NoSuchResource');
    expect(sandbox.exists(address)).toBe(true);
  });
});

describe('the answer', () => {
  test('an error is flat JSON', async () => {
    const reply = await deleteUrls(sandbox, ['https://nowhere.example/a.png']);
    expect(reply.headers['content-type']).toBe('application/json;charset=utf-8');
    expect(json(reply)).toEqual({
      Code: 'NoSuchResource',
      Message: 'The specified resource does not exist.',
      RequestId: found(sandbox.calls[0]).requestId,
      HostId: 'vod.cn-shanghai.aliyuncs.com',
      Recommend: expect.stringContaining('https://'),
    });
  });

  test('an answer is XML unless JSON is requested', async () => {
    const refusal = await deleteUrls(sandbox, ['https://nowhere.example/a.png'], {
      headers: { accept: undefined },
    });
    expect(refusal.headers['content-type']).toBe('text/xml;charset=utf-8');
    expect(refusal.text).toMatch(/<Error><RequestId>.*<Code>NoSuchResource<\/Code>/);
    const success = await infos({ headers: { accept: '*/*' } });
    expect(success.text).toContain(`<ImageInfo><ImageId>${anId()}</ImageId>`);
    expect(success.text).toMatch(/<GetImageInfosResponse>.*<\/GetImageInfosResponse>$/);
    const byFormat = await call(
      sandbox,
      'GetImageInfos',
      { ImageIds: anId(), Format: 'JSON' },
      { headers: { accept: undefined } },
    );
    expect(json(byFormat).ImageInfo).toHaveLength(1);
  });

  test('the headers contain the date and the CORS permissions', async () => {
    const reply = await infos();
    expect(Math.abs(Date.parse(String(reply.headers.date)) - Date.now())).toBeLessThan(5000);
    expect(reply.headers['access-control-allow-origin']).toBe('*');
    const asked = await fetchFrom(sandbox, 'https://vod.cn-shanghai.aliyuncs.com/', {
      method: 'OPTIONS',
    });
    expect(asked.status).toBe(200);
    expect(asked.headers['access-control-allow-headers']).not.toContain('authorization');
  });
});

/** Resolves every host name to this computer, since Alibaba's client cannot connect by address. */
function resolveAllHere(): void {
  const lookup = (_host: string, _options: unknown, done: (...given: unknown[]) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }]);
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
}

test("Alibaba's own client is understood", async () => {
  resolveAllHere();
  const require = createRequire(import.meta.url);
  const core = require('@alicloud/openapi-core');
  const { Config, Params, OpenApiRequest } = require('@alicloud/openapi-core/dist/utils.js');
  const { accessKeyId, accessKeySecret } = sandbox.accounts[0];
  const client = new core.default(
    new Config({
      accessKeyId,
      accessKeySecret,
      endpoint: `vod.cn-shanghai.aliyuncs.com:${sandbox.port}`,
    }),
  );
  const params = new Params({
    action: 'GetImageInfos',
    version: '2017-03-21',
    protocol: 'HTTPS',
    pathname: '/',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const request = new OpenApiRequest({ query: { ImageIds: `${anId()},unknown` } });
  const reply = await client.callApi(params, request, { ignoreSSL: true });
  expect(reply.statusCode).toBe(200);
  expect(reply.body.NonExistImageIds).toEqual(['unknown']);
  expect(reply.body.ImageInfo[0].ImageId).toBe(anId());
});

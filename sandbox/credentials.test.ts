// @vitest-environment node
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ClientReply, fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { call, json, verdict } from './testing.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const ask = () => fetchFrom(sandbox, sandbox.credentialsUri);
const keyFrom = (reply: ClientReply) => {
  const { AccessKeyId, AccessKeySecret, SecurityToken } = json(reply);
  return {
    accessKeyId: String(AccessKeyId),
    accessKeySecret: String(AccessKeySecret),
    securityToken: String(SecurityToken),
  };
};
const infos = (key: ReturnType<typeof keyFrom>) =>
  call(sandbox, 'GetImageInfos', { ImageIds: 'any' }, { key });

test('each request returns a new triple, which signs until its token expires', async () => {
  sandbox.set({ credentialsLifetime: 2 });
  const [first, second] = [await ask(), await ask()];
  expect(json(first)).toMatchObject({
    Code: 'Success',
    AccessKeyId: expect.stringMatching(/^STS\./),
    Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  });
  expect(keyFrom(first)).not.toEqual(keyFrom(second));
  const left = Date.parse(String(json(first).Expiration)) - Date.now();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(3000);
  expect(verdict(await infos(keyFrom(first)))).toBe('200');
  await wait(left + 50);
  expect(verdict(await infos(keyFrom(first)))).toBe('400 InvalidSecurityToken.Expired');
  expect(sandbox.credentialsRequests.map(({ accessKeyId }) => accessKeyId)).toEqual([
    keyFrom(first).accessKeyId,
    keyFrom(second).accessKeyId,
  ]);
});

test('a minted triple has the requested lifetime and rights', async () => {
  const key = sandbox.mint({ lifetime: 60, allowed: ['vod:ListSnapshots'] });
  const reply = await call(sandbox, 'GetImageInfos', { ImageIds: 'any' }, { key });
  expect(verdict(reply)).toBe('403 Forbidden.RAM');
  const listed = await call(sandbox, 'ListSnapshots', { VideoId: 'none' }, { key });
  expect(verdict(listed)).toBe('404 InvalidVideo.NotFound');
  expect(Date.parse(String(key.expiration)) - Date.now()).toBeGreaterThan(55_000);
});

test('it also answers over plain HTTP on this computer, and at no other path', async () => {
  const reply = await fetch(sandbox.loopbackCredentialsUri);
  expect(await reply.json()).toMatchObject({ Code: 'Success' });
  expect((await fetch(sandbox.loopbackCredentialsUri.replace('credentials', 'x'))).status).toBe(
    404,
  );
  expect((await fetch(sandbox.loopbackCredentialsUri, { method: 'POST' })).status).toBe(405);
  expect(sandbox.credentialsRequests.map(({ host }) => host)).toEqual(['127.0.0.1']);
});

test('a page may not read its answers', async () => {
  expect((await ask()).headers['access-control-allow-origin']).toBeUndefined();
});

test.each([
  ['malformed', 200, 'application/json'],
  ['wrong-type', 200, 'text/html'],
  ['mislabelled', 200, 'text/plain'],
  ['server-error', 500, 'application/json'],
  ['refused', 200, 'application/json'],
])('the fault %s answers %i as %s, once', async (mode, status, type) => {
  sandbox.setFault('credentials', { mode, times: 1 });
  const reply = await ask();
  expect(reply.status).toBe(status);
  expect(reply.headers['content-type']).toContain(type);
  if (mode === 'malformed') expect(json(reply)).not.toHaveProperty('AccessKeySecret');
  if (mode === 'refused') expect(json(reply).Code).toBe('RoleNotFound');
  expect(json(await ask()).Code).toBe('Success');
});

test('the fault expired returns a triple that has expired', async () => {
  sandbox.setFault('credentials', { mode: 'expired' });
  const reply = await ask();
  expect(Date.parse(String(json(reply).Expiration))).toBeLessThan(Date.now());
  expect(verdict(await infos(keyFrom(reply)))).toBe('400 InvalidSecurityToken.Expired');
});

test('the fault redirect leads to another host, which returns a triple', async () => {
  sandbox.setFault('credentials', { mode: 'redirect' });
  const reply = await ask();
  expect(reply.status).toBe(302);
  const location = String(reply.headers.location);
  expect(new URL(location).hostname).not.toBe(new URL(sandbox.credentialsUri).hostname);
  expect(json(await fetchFrom(sandbox, location)).Code).toBe('Success');
  expect(sandbox.credentialsRequests).toHaveLength(2);
});

test('the faults slow, too-large and drop delay, inflate and drop the answer', async () => {
  sandbox.setFault('credentials', { mode: 'slow', delay: 120 });
  const started = performance.now();
  expect(json(await ask()).Code).toBe('Success');
  expect(performance.now() - started).toBeGreaterThan(110);
  sandbox.setFault('credentials', { mode: 'too-large' });
  expect((await ask()).bytes.length).toBeGreaterThan(2_000_000);
  sandbox.setFault('credentials', { mode: 'drop' });
  await expect(ask()).rejects.toThrow();
  expect(() => sandbox.setFault('credentials', { mode: 'earthquake' })).toThrow('is one of');
});

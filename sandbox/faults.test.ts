// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchFrom } from './client.ts';
import { faults } from './faults/index.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { call, deleteUrls, found, json, keyOf, verdict } from './testing.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const plain = (index: number): string => found(sandbox.accounts[0].images[index]).addresses.plain;
const infos = () => call(sandbox, 'GetImageInfos', { ImageIds: 'any' });

test('throttle: refuses the next calls or all until cleared, with or without a retry time', async () => {
  sandbox.setFault('throttle', { times: 1, retryAfter: 700 });
  const struck = await deleteUrls(sandbox, [plain(0)]);
  expect(verdict(struck)).toBe('400 Throttling.User');
  expect(struck.headers['x-acs-retry-after']).toBe('700');
  expect(verdict(await deleteUrls(sandbox, [plain(0)]))).toBe('200');

  sandbox.setFault('throttle', { action: 'DeleteImage' });
  const second = await deleteUrls(sandbox, [plain(1)]);
  expect(second.headers['x-acs-retry-after']).toBeUndefined();
  expect(verdict(await infos())).toBe('200');
  expect(verdict(await deleteUrls(sandbox, [plain(1)]))).toBe('400 Throttling.User');
  sandbox.clearFaults();
  expect(verdict(await deleteUrls(sandbox, [plain(1)]))).toBe('200');
});

test('5xx: answers with JSON or HTML and does no work', async () => {
  sandbox.setFault('5xx', { times: 2 });
  expect(verdict(await deleteUrls(sandbox, [plain(0)]))).toBe('503 ServiceUnAvailable');
  expect(verdict(await deleteUrls(sandbox, [plain(0)]))).toBe('503 ServiceUnAvailable');
  sandbox.setFault('5xx', { html: true });
  const page = await deleteUrls(sandbox, [plain(0)]);
  expect(page.status).toBe(502);
  expect(page.headers['content-type']).toBe('text/html');
  expect(page.text).toContain('<html>');
  expect(sandbox.exists(plain(0))).toBe(true);
  expect(verdict(await deleteUrls(sandbox, [plain(0)]))).toBe('200');
});

test('drop-answer: does the work and sends no answer', async () => {
  sandbox.setFault('drop-answer');
  await expect(deleteUrls(sandbox, [plain(0)])).rejects.toThrow();
  expect(sandbox.exists(plain(0))).toBe(false);
  expect(sandbox.calls).toEqual([
    expect.objectContaining({ answered: false, status: 200, signatureValid: true }),
  ]);
  expect(verdict(await deleteUrls(sandbox, [plain(0)]))).toBe('404 NoSuchResource');
  expect(sandbox.calls[1]).toMatchObject({ answered: true, status: 404, code: 'NoSuchResource' });
});

test('drop-connection: does nothing and sends no answer', async () => {
  sandbox.setFault('drop-connection');
  await expect(deleteUrls(sandbox, [plain(0)])).rejects.toThrow();
  expect(sandbox.exists(plain(0))).toBe(true);
  expect(sandbox.calls).toEqual([expect.objectContaining({ answered: false, status: 0 })]);
});

test('a request that the browser repeats is dropped too, unless the fault lets it pass', async () => {
  const again = (nonce: string) =>
    deleteUrls(sandbox, [plain(0)], { headers: { 'x-acs-signature-nonce': nonce } });
  sandbox.setFault('drop-answer');
  await expect(again('one')).rejects.toThrow();
  await expect(again('one')).rejects.toThrow();
  sandbox.setFault('drop-answer', { resends: true });
  await expect(again('two')).rejects.toThrow();
  expect(verdict(await again('two'))).toBe('400 SignatureNonceUsed');
  sandbox.setFault('drop-connection');
  await expect(again('three')).rejects.toThrow();
  await expect(again('three')).rejects.toThrow();
  expect(verdict(await again('four'))).toBe('404 NoSuchResource');
  sandbox.setFault('drop-connection', { resends: true });
  await expect(again('five')).rejects.toThrow();
  expect(verdict(await again('five'))).toBe('404 NoSuchResource');
});

test('slow: the answer is late but right', async () => {
  sandbox.setFault('slow', { delay: 120, times: 1 });
  const started = performance.now();
  expect(verdict(await infos())).toBe('200');
  expect(performance.now() - started).toBeGreaterThan(110);
});

test('mixed-batch: deletes existing items and answers 404, or ignores missing items', async () => {
  const missing = plain(0).replace('-6-2', '-6-9');
  sandbox.setFault('mixed-batch', { mode: 'delete-then-404' });
  expect(verdict(await deleteUrls(sandbox, [missing, plain(0)]))).toBe('404 NoSuchResource');
  expect(sandbox.exists(plain(0))).toBe(false);
  sandbox.setFault('mixed-batch', { mode: 'ignore-missing' });
  expect(verdict(await deleteUrls(sandbox, [missing, plain(1)]))).toBe('200');
  expect(sandbox.exists(plain(1))).toBe(false);
  expect(verdict(await deleteUrls(sandbox, [missing]))).toBe('404 NoSuchResource');
});

test('wrong-clock: a right time is refused, and the Date header shows the difference', async () => {
  sandbox.setFault('wrong-clock', { minutes: 20 });
  const reply = await infos();
  expect(verdict(reply)).toBe('400 InvalidTimeStamp.Expired');
  const ahead = Date.parse(String(reply.headers.date)) - Date.now();
  expect(Math.round(ahead / 60_000)).toBe(20);
});

test('expired-token: only calls with a token are affected', async () => {
  sandbox.setFault('expired-token');
  const key = keyOf(sandbox, 'sts');
  const reply = await call(sandbox, 'GetImageInfos', { ImageIds: 'any' }, { key });
  expect(verdict(reply)).toBe('400 InvalidSecurityToken.Expired');
  expect(verdict(await infos())).toBe('200');
});

test('refuse: answers with any error of the gateway, by its code', async () => {
  sandbox.setFault('refuse', { code: 'OperationDenied.Suspended', action: 'DeleteImage' });
  expect(verdict(await deleteUrls(sandbox, [plain(0)]))).toBe('403 OperationDenied.Suspended');
  expect(verdict(await infos())).toBe('200');
  expect(sandbox.exists(plain(0))).toBe(true);
  expect(() => sandbox.setFault('refuse', { code: 'Earthquake' })).toThrow('no error');
});

describe('the switches at sandbox.test', () => {
  const at = (path: string, method = 'GET', body?: unknown) =>
    fetchFrom(sandbox, `https://sandbox.test${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  test('faults can be set, listed and cleared', async () => {
    expect((await at('/')).text).toContain('<h1>Sandbox</h1>');
    const body = { name: 'throttle', options: { times: 3 } };
    expect((await at('/faults', 'POST', body)).status).toBe(200);
    expect(verdict(await infos())).toBe('400 Throttling.User');
    const { active, known } = json(await at('/faults'));
    expect(active).toEqual([
      { name: 'throttle', options: { times: 3, action: '', chance: 1, retryAfter: 0 } },
    ]);
    expect(known).toHaveLength(Object.keys(faults).length);
    await at('/faults', 'DELETE');
    expect(verdict(await infos())).toBe('200');
  });

  test('a wrong fault or option is refused', async () => {
    expect((await at('/faults', 'POST', { name: 'earthquake' })).status).toBe(400);
    const wrong = { name: 'slow', options: { delay: 'long' } };
    expect((await at('/faults', 'POST', wrong)).text).toContain('is a number');
    const unknown = { name: 'slow', options: { colour: 1 } };
    expect((await at('/faults', 'POST', unknown)).text).toContain('has no option');
    expect((await at('/nothing')).status).toBe(404);
  });

  test('settings can be changed, tokens minted, and requests for credentials listed', async () => {
    expect((await at('/settings', 'POST', { refreshDelay: 5 })).status).toBe(200);
    expect(sandbox.settings.refreshDelay).toBe(5);
    expect(json(await at('/settings'))).toMatchObject({ refreshDelay: 5, refreshUrls: 2000 });
    for (const wrong of [{ colour: 1 }, { refreshDelay: '5' }, { refreshDelay: -1 }, 7]) {
      expect((await at('/settings', 'POST', wrong)).status).toBe(400);
    }
    const minted = json(await at('/sts', 'POST', { lifetime: 60, allowed: ['vod:DeleteImage'] }));
    const key = minted as unknown as ReturnType<typeof keyOf>;
    expect(verdict(await deleteUrls(sandbox, [plain(0)], { key }))).toBe('200');
    expect(verdict(await call(sandbox, 'GetImageInfos', { ImageIds: 'any' }, { key }))).toBe(
      '403 Forbidden.RAM',
    );
    for (const wrong of [{}, { lifetime: 9, allowed: ['vod:Everything'] }]) {
      expect((await at('/sts', 'POST', wrong)).status).toBe(400);
    }
    await fetchFrom(sandbox, sandbox.credentialsUri);
    expect(JSON.parse((await at('/credentials')).text)).toHaveLength(1);
    await at('/credentials', 'DELETE');
    expect(sandbox.credentialsRequests).toEqual([]);
    await at('/reset', 'POST');
    expect(sandbox.settings.refreshDelay).toBe(400);
  });

  test('calls can be listed, and everything can be reset', async () => {
    await deleteUrls(sandbox, [plain(0)]);
    const calls = JSON.parse((await at('/calls')).text) as unknown[];
    expect(calls).toEqual([expect.objectContaining({ action: 'DeleteImage', status: 200 })]);
    await at('/reset', 'POST');
    expect(sandbox.calls).toHaveLength(0);
    expect(sandbox.exists(plain(0))).toBe(true);
  });
});

test('a chance affects a share of the calls, the same ones each time', async () => {
  const rounds: boolean[][] = [];
  for (let round = 0; round < 2; round += 1) {
    sandbox.reset();
    sandbox.setFault('5xx', { times: 0, action: 'GetImageInfos', chance: 0.3 });
    const struck: boolean[] = [];
    for (let n = 0; n < 40; n += 1) struck.push(verdict(await infos()).startsWith('503'));
    rounds.push(struck);
  }
  const share = (rounds[0] ?? []).filter(Boolean).length / 40;
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.5);
  expect(rounds[1]).toEqual(rounds[0]);
});

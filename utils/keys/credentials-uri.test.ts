import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fetchCredentials } from './credentials-uri.ts';
import type { UriFault } from './uri-fault.ts';

const URI = 'https://keys.example/acme?role=vod';
const NOW = Date.parse('2026-01-01T00:00:00Z');
const good = {
  Code: 'Success',
  AccessKeyId: 'STS.NUabc123',
  AccessKeySecret: 'the-secret-part',
  SecurityToken: 'CAIS/+token==',
  Expiration: '2026-01-01T01:00:00Z',
};
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

type Body = string | object | ReadableStream<Uint8Array>;

function answering(body: Body, init: ResponseInit = {}) {
  const sent =
    typeof body === 'string' || body instanceof ReadableStream ? body : JSON.stringify(body);
  return vi.fn<typeof fetch>(async () => new Response(sent, { headers: JSON_HEADERS, ...init }));
}

const from = (send: typeof fetch, timeoutMs = 5000) =>
  fetchCredentials(URI, { fetch: send, now: () => NOW, timeoutMs });
const fault = (what: UriFault) => ({ ok: false, fault: what });

describe('credentials from a URI', () => {
  it('are fetched by a request that says nothing about the browser', async () => {
    const send = answering(good);
    expect(await from(send)).toEqual({
      ok: true,
      credentials: {
        accessKeyId: 'STS.NUabc123',
        accessKeySecret: 'the-secret-part',
        securityToken: 'CAIS/+token==',
        expiresAt: NOW + 3_600_000,
      },
    });
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.lastCall?.[0]).toBe(URI);
    expect(send.mock.lastCall?.[1]).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
  });

  it('are accepted without a Code, and with other fields', async () => {
    const { Code: _code, ...codeless } = good;
    expect((await from(answering({ ...codeless, LastUpdated: 'x' }))).ok).toBe(true);
  });

  const cases: readonly (readonly [string, Body, ResponseInit, UriFault])[] = [
    ['a redirect', '', { status: 302, headers: { location: 'https://else.example/' } }, 'redirect'],
    ['HTTP 500', good, { status: 500, headers: JSON_HEADERS }, 'refused'],
    ['an answer of no type', good, { headers: {} }, 'wrong-type'],
    ['a page', '<html>', { headers: { 'content-type': 'text/html' } }, 'wrong-type'],
    ['JSON as text', good, { headers: { 'content-type': 'text/plain' } }, 'wrong-type'],
    ['what is not JSON', '{"Code":', {}, 'wrong-type'],
    ['nothing', '', {}, 'wrong-type'],
    ['null', 'null', {}, 'malformed'],
    ['a list', [], {}, 'malformed'],
    ['another Code', { ...good, Code: 'Forbidden' }, {}, 'malformed'],
    ['no token', { ...good, SecurityToken: undefined }, {}, 'malformed'],
    ['an empty secret', { ...good, AccessKeySecret: ' ' }, {}, 'malformed'],
    ['a local time', { ...good, Expiration: '2026-01-01T01:00:00' }, {}, 'malformed'],
    ['no such day', { ...good, Expiration: '2026-13-41T01:00:00Z' }, {}, 'malformed'],
    ['an end that is over', { ...good, Expiration: '2026-01-01T00:00:00Z' }, {}, 'expired'],
    ['too much', { ...good, more: 'x'.repeat(64 * 1024) }, {}, 'wrong-type'],
  ];
  it.each(cases)('%s', async (_name, body, init, what) => {
    expect(await from(answering(body, init))).toEqual(fault(what));
  });

  it('stop being read when there is too much, however long it would go on', async () => {
    let parts = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        parts += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
    });
    expect(await from(answering(endless))).toEqual(fault('wrong-type'));
    expect(parts).toBeLessThan(10);
  });

  it('are given up when they take too long, before the answer or in the middle of it', async () => {
    const never: typeof fetch = (_uri, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    expect(await from(never, 20)).toEqual(fault('too-slow'));
    const stuck: typeof fetch = async (_uri, init) => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{'));
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
        },
      });
      return new Response(body, { headers: JSON_HEADERS });
    };
    expect(await from(stuck, 20)).toEqual(fault('too-slow'));
  });

  it('are reported as unreachable', async () => {
    const broken: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await from(broken)).toEqual(fault('unreachable'));
  });

  it('never throw, and no fault contains what was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const answer = await from(answering(text));
        expect(answer.ok).toBe(false);
        expect(Object.keys(answer)).toEqual(['ok', 'fault']);
      }),
    );
  });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createVodClient, type VodClientOptions } from './client.ts';
import { deleteImageById, deleteImageByUrl } from './operations/delete-image.ts';
import { Secret } from './secret.ts';

const HOST = 'vod.cn-shanghai.aliyuncs.com';
const KEYS = { accessKeyId: 'LTAIfakeKeyId0001', accessKeySecret: new Secret('fakeSecret') };
const OPERATION = deleteImageById(['93ab850b4f6f44eab54b6e91d24d81d4']);

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

async function clientOf(handler: Handler, options: Partial<VodClientOptions> = {}) {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const sent: RequestInit[] = [];
  const client = createVodClient({
    endpoint: HOST,
    credentials: () => KEYS,
    fetch: (input, init) => {
      if (init !== undefined) sent.push(init);
      return fetch(
        String(input).replace(`https://${HOST}`, `http://127.0.0.1:${address.port}`),
        init,
      );
    },
    ...options,
  });
  return { client, sent };
}

function answer(response: ServerResponse, status: number, body: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

describe('a call', () => {
  it('is one POST with an empty body, bare of everything that would betray the person', async () => {
    let seen: IncomingMessage | undefined;
    let body = '';
    const { client, sent } = await clientOf((request, response) => {
      seen = request;
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => answer(response, 200, '{"RequestId":"r-1"}'));
    });
    expect(await client.call(OPERATION)).toEqual({ ok: true, value: undefined, requestId: 'r-1' });
    expect(seen?.method).toBe('POST');
    expect(seen?.url).toBe('/?DeleteImageType=ImageId&ImageIds=93ab850b4f6f44eab54b6e91d24d81d4');
    expect(body).toBe('');
    expect(seen?.headers['content-type']).toBeUndefined();
    expect(seen?.headers).toMatchObject({
      accept: 'application/json',
      'x-acs-action': 'DeleteImage',
    });
    expect(sent[0]).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

  it('has a nonce and a time of its own, and asks for the credentials each time', async () => {
    const seen: IncomingMessage[] = [];
    let asked = 0;
    const { client } = await clientOf(
      (request, response) => {
        seen.push(request);
        answer(response, 200, '{"RequestId":"r-1"}');
      },
      {
        credentials: async () => {
          asked++;
          return { ...KEYS, securityToken: new Secret('tok/en+==') };
        },
      },
    );
    await client.call(OPERATION);
    await client.call(OPERATION);
    const nonces = seen.map((request) => request.headers['x-acs-signature-nonce']);
    expect(new Set(nonces).size).toBe(2);
    expect(asked).toBe(2);
    expect(seen[1]?.headers).toMatchObject({
      'x-acs-accesskey-id': KEYS.accessKeyId,
      'x-acs-security-token': 'tok/en+==',
    });
    expect(seen[1]?.headers['x-acs-date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it("learns VOD's clock from any answer and signs with it from then on", async () => {
    const dates: unknown[] = [];
    const ahead = Date.now() + 3_600_000;
    const { client } = await clientOf((request, response) => {
      dates.push(request.headers['x-acs-date']);
      const date = new Date(ahead).toUTCString();
      if (dates.length > 1) return answer(response, 200, '{"RequestId":"r-1"}', { date });
      answer(response, 400, '{"Code":"InvalidTimeStamp.Expired","RequestId":"r-0"}', { date });
    });
    expect(client.clockOffsetMs).toBe(0);
    expect(await client.call(OPERATION)).toMatchObject({ ok: false, error: { kind: 'clock' } });
    expect(Math.abs(client.clockOffsetMs - 3_600_000)).toBeLessThan(10_000);
    expect(await client.call(OPERATION)).toMatchObject({ ok: true });
    expect(Math.abs(Date.parse(String(dates[1])) - ahead)).toBeLessThan(10_000);
  });

  it('gives an error of VOD as a value, redacted', async () => {
    const { client } = await clientOf((request, response) => {
      const echo = `no such key: ${KEYS.accessKeyId}; server string to sign is:POST&${request.url}`;
      const body = `<Error><Code>SignatureDoesNotMatch</Code><Message>${echo.replaceAll('&', '&amp;')}</Message><RequestId>r-9</RequestId></Error>`;
      answer(response, 400, body, { 'content-type': 'text/xml;charset=utf-8' });
    });
    expect(await client.call(OPERATION)).toEqual({
      ok: false,
      error: {
        code: 'SignatureDoesNotMatch',
        kind: 'signature',
        status: 400,
        requestId: 'r-9',
        message: 'no such key: …; …',
        reached: 'yes',
      },
    });
  });
});

describe('a lost answer', () => {
  it('after a dropped connection may have been carried out', async () => {
    const { client } = await clientOf((request) => request.socket.destroy());
    expect(await client.call(OPERATION)).toEqual({
      ok: false,
      error: {
        code: 'Client.Transport',
        kind: 'transport',
        message: 'connection failed',
        reached: 'maybe',
      },
    });
  });

  it('in time may have been carried out', async () => {
    const { client } = await clientOf(() => undefined, { timeoutMs: 50 });
    expect(await client.call(OPERATION)).toMatchObject({
      error: { code: 'Client.Timeout', kind: 'transport', reached: 'maybe' },
    });
  });

  it('that broke off after its head surely arrived, and its clock counts', async () => {
    const { client } = await clientOf((_request, response) => {
      response.writeHead(200, {
        'content-length': 1000,
        date: new Date(Date.now() + 3_600_000).toUTCString(),
      });
      response.write('{"Requ', () => response.destroy());
    });
    expect(await client.call(OPERATION)).toMatchObject({
      error: { code: 'Client.Transport', reached: 'yes', status: 200 },
    });
    expect(client.clockOffsetMs).toBeGreaterThan(3_500_000);
  });

  it('that is whole but cut JSON is unreadable, not a success', async () => {
    const { client } = await clientOf((_request, response) =>
      answer(response, 200, '{"RequestId":"r'),
    );
    expect(await client.call(OPERATION)).toMatchObject({
      error: { kind: 'unreadable', reached: 'yes', status: 200 },
    });
  });

  it('is not looked for behind a redirect', async () => {
    let calls = 0;
    const { client } = await clientOf((_request, response) => {
      calls++;
      answer(response, 307, '', { location: '/elsewhere' });
    });
    expect(await client.call(OPERATION)).toMatchObject({ error: { kind: 'transport' } });
    expect(calls).toBe(1);
  });
});

describe('giving up', () => {
  it('before the start sends nothing', async () => {
    let calls = 0;
    const { client } = await clientOf(() => calls++);
    const given = AbortSignal.abort();
    expect(await client.call(OPERATION, given)).toMatchObject({
      error: { code: 'Client.Aborted', reached: 'no' },
    });
    expect(calls).toBe(0);
  });

  it('while the credentials are fetched sends nothing', async () => {
    const controller = new AbortController();
    let calls = 0;
    const { client } = await clientOf(() => calls++, {
      credentials: async () => {
        controller.abort();
        return KEYS;
      },
    });
    expect(await client.call(OPERATION, controller.signal)).toMatchObject({
      error: { code: 'Client.Aborted', reached: 'no' },
    });
    expect(calls).toBe(0);
  });

  it('on the way may be too late', async () => {
    const controller = new AbortController();
    const { client } = await clientOf(() => controller.abort());
    expect(await client.call(OPERATION, controller.signal)).toMatchObject({
      error: { code: 'Client.Aborted', kind: 'transport', reached: 'maybe' },
    });
  });
});

describe('what cannot be sent', () => {
  it.each([
    ['Client.Key', { ...KEYS, accessKeyId: 'LTAI 1' }],
    ['Client.Key', { ...KEYS, accessKeyId: 'a,SignedHeaders=host' }],
    ['Client.Key', { ...KEYS, accessKeyId: '' }],
    ['Client.Secret', { ...KEYS, accessKeySecret: new Secret('密') }],
    ['Client.Token', { ...KEYS, securityToken: new Secret('a\r\nb') }],
  ])('is a value: %s', async (code, keys) => {
    let calls = 0;
    const { client } = await clientOf(() => calls++, { credentials: () => keys });
    expect(await client.call(OPERATION)).toMatchObject({ error: { code, reached: 'no' } });
    expect(calls).toBe(0);
  });

  it('passes on what kept the credentials away', async () => {
    const { client } = await clientOf(() => undefined, {
      credentials: () => Promise.reject(new Error('locked')),
    });
    await expect(client.call(OPERATION)).rejects.toThrow('locked');
  });

  it.each([
    '',
    'https://vod.example',
    'vod.example/',
    'a@b',
    'a b',
    'vod.example?x',
    'VOD.example',
  ])('is an endpoint like %j', (endpoint) => {
    expect(() => createVodClient({ endpoint, credentials: () => KEYS })).toThrow(
      'endpoint-malformed',
    );
  });
});

describe('describe', () => {
  it('shows the request without its signature, and without credentials no key', async () => {
    const { client } = await clientOf(() => undefined, { now: () => 0, nonce: () => 'n-1' });
    const operation = deleteImageByUrl(['https://cdn.example.com/a b.png']);
    expect(client.describe(operation)).toEqual({
      method: 'POST',
      url: `https://${HOST}/?DeleteImageType=ImageURL&ImageURLs=https%253A%252F%252Fcdn.example.com%252Fa%2520b.png`,
      headers: {
        accept: 'application/json',
        authorization:
          'ACS3-HMAC-SHA256 Credential=…,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=…',
        'x-acs-action': 'DeleteImage',
        'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        'x-acs-date': '1970-01-01T00:00:00Z',
        'x-acs-signature-nonce': 'n-1',
        'x-acs-version': '2017-03-21',
      },
    });
    const shown = client.describe(operation, { ...KEYS, securityToken: new Secret('tok') });
    expect(shown.headers['x-acs-security-token']).toBe('…');
    expect(shown.headers.authorization).toContain(`Credential=${KEYS.accessKeyId},`);
    expect(JSON.stringify(shown)).not.toMatch(/Signature=[0-9a-f]|fakeSecret|"tok"/);
  });
});

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../drive/chromium/fixture.ts';

let server: Server;
let address = '';
let asked: IncomingMessage[] = [];
/** The next answer of the server. */
let reply: { readonly status: number; readonly body: object; readonly location?: string };

test.beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    const { status, body, location } = reply;
    response.writeHead(status, {
      'content-type': 'application/json',
      'set-cookie': 'visited=1',
      ...(location === undefined ? {} : { location }),
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/acme`;
});
test.afterEach(() => new Promise((done) => server.close(done)));

test('credentials come from a URI on this computer, after the person allows it', async ({
  driver,
  sandbox,
}) => {
  const [{ keys, region, images }] = sandbox.accounts;
  const key = keys.find(({ label }) => label === 'sts');
  const imageIds = [images[0]?.imageId];
  const fetchKey = async () => (await driver.send('fetchKey', { accountId: 'acme' })) ?? 'fetched';
  const end = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const good = {
    Code: 'Success',
    AccessKeyId: key?.accessKeyId,
    AccessKeySecret: key?.accessKeySecret,
    SecurityToken: key?.securityToken,
    Expiration: end,
  };
  await driver.send('saveAccount', {
    account: {
      id: 'acme',
      name: 'Acme',
      colour: 'green',
      region,
      ownDomains: [],
      key: { from: 'uri', uri: address },
      limits: { largestJob: 100, byVideo: false },
    },
  });

  reply = { status: 200, body: good };
  expect(await fetchKey()).toBe('not-allowed');
  expect(asked).toHaveLength(0);
  await driver.grantSite(address);

  reply = { status: 302, body: {}, location: `${address}/elsewhere` };
  expect(await fetchKey()).toBe('redirect');
  expect(asked).toHaveLength(1);
  reply = { status: 200, body: { Code: 'Success' } };
  expect(await fetchKey()).toBe('malformed');

  reply = { status: 200, body: good };
  const answer = await driver.send('askAbout', { accountId: 'acme', imageIds, videoIds: [] });
  expect(Object.keys((answer as { images: object }).images)).toEqual(imageIds);
  expect(sandbox.calls.at(-1)?.accessKeyId).toBe(key?.accessKeyId);
  expect(asked).toHaveLength(3);
  for (const { headers, method } of asked) {
    expect(method).toBe('GET');
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  }
});

// @vitest-environment node
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { deleteUrls, found } from './testing.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const addresses = (index: number) => found(sandbox.accounts[0].images[index]).addresses;
const get = (address: string, headers = {}) => fetchFrom(sandbox, address, { headers });

test('the bucket serves bare and signed addresses, and answers NoSuchKey after the deletion', async () => {
  const { bucket, bucketSigned, plain } = addresses(0);
  expect((await get(bucket)).headers['content-type']).toBe('image/png');
  expect((await get(bucketSigned)).status).toBe(200);
  expect((await get(bucketSigned.replace(/Expires=\d+/, 'Expires=1000'))).status).toBe(403);
  await deleteUrls(sandbox, [plain]);
  const gone = await get(bucketSigned);
  expect(gone.status).toBe(404);
  expect(gone.headers['content-type']).toBe('application/xml');
  expect(gone.text).toContain('<Code>NoSuchKey</Code>');
});

test('the CDN keeps serving its copies, whatever the query or the headers', async () => {
  const { plain } = addresses(0);
  const first = await get(plain);
  expect(first.headers['x-cache']).toMatch(/^MISS/);
  expect(first.headers['cache-control']).toContain('max-age');
  await deleteUrls(sandbox, [plain]);
  for (const reply of [
    await get(plain),
    await get(`${plain}?_=123`),
    await get(plain, { 'cache-control': 'no-cache', pragma: 'no-cache' }),
  ]) {
    expect(reply.status).toBe(200);
    expect(reply.headers['x-cache']).toMatch(/^HIT TCP_MEMORY_HIT/);
    expect(Number(reply.headers.age)).toBeGreaterThanOrEqual(0);
    expect(reply.bytes.equals(first.bytes)).toBe(true);
  }
  expect(sandbox.exists(plain)).toBe(false);
});

test('a file that the CDN never served is gone at once; each domain has its own cache', async () => {
  const { plain, signed } = addresses(1);
  expect((await get(plain)).status).toBe(200);
  await deleteUrls(sandbox, [plain]);
  const gone = await get(signed);
  expect(gone.status).toBe(404);
  expect(gone.headers['x-cache']).toMatch(/^MISS/);
  expect((await get(plain)).status).toBe(200);
  sandbox.reset();
  expect((await get(addresses(1).signed)).status).toBe(200);
});

test('type-A signatures are checked, then dropped from the cache key', async () => {
  const { signed } = addresses(2);
  expect((await get(signed)).status).toBe(200);
  const again = await get(signed);
  expect(again.headers['x-cache']).toMatch(/^HIT/);
  const bare = signed.replace(/\?.*/, '');
  const refused = [
    bare,
    `${bare}?auth_key=`,
    signed.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    signed.replace(/auth_key=\d+/, 'auth_key=1000'),
    `${addresses(3).signed.replace(/\?.*/, '')}?${new URL(signed).search.slice(1)}`,
  ];
  for (const address of refused) expect((await get(address)).status).toBe(403);
});

test('with hotlink protection, the CDN requires the Referer of the site, the bucket does not', async () => {
  const { plain, signed, bucket } = addresses(2);
  sandbox.set({ hotlinkProtection: 1 });
  for (const headers of [{}, { referer: 'https://img.elsewhere.example/' }, { referer: 'no' }]) {
    const refused = await get(plain, headers);
    expect(refused.status).toBe(403);
    expect(refused.headers['x-tengine-error']).toBe('denied by Referer ACL');
  }
  const ofSite = { referer: sandbox.site };
  expect((await get(plain, ofSite)).status).toBe(200);
  expect((await get(signed, ofSite)).status).toBe(200);
  expect((await get(signed.replace(/\?.*/, ''), ofSite)).status).toBe(403);
  expect((await get(bucket)).status).toBe(200);
});

test('every image is a real picture of its kind and size, and no two are alike', async () => {
  const seen = new Set<string>();
  for (const { path, addresses } of sandbox.accounts[0].images.slice(0, 24)) {
    const { bytes, headers } = await get(addresses.bucket);
    const extension = path.replace(/.*\./, '').replace('jpg', 'jpeg');
    expect(headers['content-type']).toBe(`image/${extension}`);
    const { format, width } = await sharp(bytes).metadata();
    expect(format).toBe(extension);
    expect(width).toBeGreaterThanOrEqual(480);
    seen.add(createHash('md5').update(bytes).digest('hex'));
  }
  expect(seen.size).toBe(24);
});

test('films and WebVTT files are served with their types', async () => {
  const vtt = found(found(sandbox.accounts[0].videos[0]).snapshots.WebVttSnapshot[0]);
  const reply = await get(vtt.addresses.plain);
  expect(reply.headers['content-type']).toBe('text/vtt');
  expect(reply.text).toMatch(/^WEBVTT\n/);
});

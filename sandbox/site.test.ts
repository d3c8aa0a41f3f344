// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { found } from './testing.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const pageAt = (path: string) => fetchFrom(sandbox, new URL(path, sandbox.site).href);

describe('the demo site', () => {
  test('each page exists and contains exactly what is expected on it', async () => {
    expect(sandbox.pages).toContain('/course/5');
    for (const path of sandbox.pages) {
      const reply = await pageAt(path);
      expect(reply.status, path).toBe(200);
      const text = reply.text.replaceAll('\\/', '/').replaceAll('&amp;', '&');
      const { addresses, ids, lookAlikes } = sandbox.expectedOn(path);
      for (const { address } of addresses) expect(text, path).toContain(address);
      for (const { id } of ids) expect(text, path).toContain(id);
      for (const address of lookAlikes) expect(text, path).toContain(address);
      const known = new Set([...addresses.map(({ bare }) => bare), ...lookAlikes.map(bare)]);
      const standing = text.match(/https:\/\/[^\s"'<>)]+/g) ?? [];
      for (const address of standing) expect(known, path).toContain(bare(address));
    }
  });

  test('the gallery shows images of two accounts, and addresses that only look similar', () => {
    const [acme, other] = sandbox.accounts;
    const { addresses, lookAlikes } = sandbox.expectedOn('/');
    const of = (name: string): number =>
      new Set(addresses.filter(({ account }) => account === name).map(({ imageId }) => imageId))
        .size;
    expect(of(acme.name)).toBeGreaterThanOrEqual(26);
    expect(of(other.name)).toBe(2);
    expect(lookAlikes.length).toBeGreaterThanOrEqual(5);
    const carriers = new Set(addresses.map(({ carrier }) => carrier));
    expect([...carriers].sort()).toEqual([
      'a href',
      'img data-original',
      'img data-src',
      'img src',
      'img srcset',
      'picture source',
      'style background',
    ]);
  });

  test('the feed shows each of its images once, until there are no more', async () => {
    const batches = sandbox.pages.filter((path) => path.startsWith('/feed'));
    const shown = batches.flatMap((path) => sandbox.expectedOn(path).addresses);
    expect(new Set(shown.map(({ imageId }) => imageId)).size).toBe(32);
    expect(shown).toHaveLength(32);
    expect((await pageAt('/feed/5')).status).toBe(404);
  });

  test('every picture on it loads', async () => {
    for (const path of ['/', '/course/1']) {
      const { addresses, lookAlikes } = sandbox.expectedOn(path);
      for (const address of [...addresses.map((held) => held.address), ...lookAlikes]) {
        expect((await fetchFrom(sandbox, address)).status, address).toBe(200);
      }
    }
  });

  test('the inline data of a course has ids and escaped slashes', async () => {
    const { videoId } = found(sandbox.accounts[0].videos[1]);
    const { text } = await pageAt('/course/2');
    expect(text).toContain(`"VideoId": "${videoId}"`);
    expect(text).toContain('https:\\/\\/media.acme-learning.example\\/');
    const { ids } = sandbox.expectedOn('/course/2');
    expect(ids.map(({ kind }) => kind).sort()).toEqual(['ImageId', 'VideoId', 'VideoId']);
  });

  test('some pages have no images, and unknown pages are not found', async () => {
    const nothing = { addresses: [], ids: [], lookAlikes: [] };
    expect(sandbox.expectedOn('/empty')).toMatchObject(nothing);
    expect(sandbox.expectedOn('/hostile')).toMatchObject(nothing);
    expect((await pageAt('/course/6')).status).toBe(404);
    expect(() => sandbox.expectedOn('/course/6')).toThrow(RangeError);
  });
});

test('the same seed makes the same data, another seed other data', async () => {
  const again = await startSandbox();
  const other = await startSandbox({ seed: 2, images: 100 });
  const ids = (one: Sandbox) => one.accounts[0].images.slice(0, 5).map(({ imageId }) => imageId);
  expect(ids(again)).toEqual(ids(sandbox));
  expect(ids(other)).not.toEqual(ids(sandbox));
  expect(other.accounts[0].images).toHaveLength(100);
  await again.close();
  await other.close();
});

test('all hosts are in the resolver rules and in the certificate', async () => {
  for (const host of sandbox.hosts) {
    expect(sandbox.hostResolverRules).toContain(`MAP ${host} 127.0.0.1:${sandbox.port}`);
    expect((await fetchFrom(sandbox, `https://${host}/`)).status).not.toBe(421);
  }
});

function bare(address: string): string {
  return address.replace(/[?#].*$/, '');
}

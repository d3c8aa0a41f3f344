import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { clientsOf, keyOf } from '../../tests/drive/vod/clients.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import { patientCalls, readingPace } from '../vod/patient-call.ts';
import { findDomains } from './find-domains.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** Patient calls that do not wait. */
const patient = () => {
  const sleep = async () => {};
  return patientCalls({ sleep, pace: readingPace({ sleep }) });
};
const find = (label: string, ids: readonly string[] = []) =>
  findDomains(clientsOf(sandbox, keyOf(sandbox, label)), ids, patient());
const imageIds = () => sandbox.accounts[0].images.map(({ imageId }) => imageId);
const bucketName = () => sandbox.accounts[0].bucket.replace(/\..*/, '');

/** A Shanghai that answers DescribeVodUserDomains with the given body. */
const saying = (body: unknown): typeof fetch => {
  return async () => new Response(JSON.stringify({ RequestId: 'r-1', ...(body as object) }));
};
const findIn = (body: unknown) =>
  findDomains(clientsOf(sandbox, keyOf(sandbox, 'full'), 'cn-shanghai', saying(body)), []);

describe('findDomains', () => {
  it('finds the domains that VOD lists, and the hosts and bucket of images', async () => {
    const [plain, guarded] = sandbox.accounts[0].domains;
    expect(await find('full')).toEqual({
      domains: [
        { domain: plain, by: 'list' },
        { domain: guarded, by: 'list' },
      ],
    });
    expect(sandbox.calls.map(({ action }) => action)).toEqual(['DescribeVodUserDomains']);
    expect(await find('full', imageIds())).toEqual({
      domains: [
        { domain: plain, by: 'list' },
        { domain: guarded, by: 'list' },
        { domain: bucketName(), by: 'image' },
      ],
    });
  });

  it('goes through all pages', async () => {
    sandbox.set({ moreDomains: 148 });
    expect((await find('full')).domains).toHaveLength(150);
    expect(sandbox.calls.map(({ parameters }) => parameters.PageNumber)).toEqual(['1', '2', '3']);
  });

  it('goes on to the images when the list is refused, and says so', async () => {
    expect(await find('no-domains', imageIds().slice(0, 1))).toMatchObject({
      domains: [
        { domain: sandbox.accounts[0].domains[0], by: 'image' },
        { domain: bucketName(), by: 'image' },
      ],
      fault: { kind: 'forbidden', code: 'Forbidden.RAM' },
    });
    expect(await find('only-delete', imageIds())).toMatchObject({
      domains: [],
      fault: { kind: 'forbidden' },
    });
  });

  it('asks about twenty ids at most, of which none is another account’s', async () => {
    const foreign = sandbox.accounts[1].images.map(({ imageId }) => imageId);
    const { domains } = await find('full', ['not an id', ...foreign, ...imageIds()]);
    expect(domains.map(({ domain }) => domain)).not.toContain(sandbox.accounts[1].domains[0]);
    expect(sandbox.calls[1]?.parameters.ImageIds?.split(',')).toHaveLength(20);
    expect(sandbox.calls[1]?.parameters.ImageIds).not.toContain('not an id');
  });

  it('keeps what it had when a later page fails', async () => {
    sandbox.set({ moreDomains: 148 });
    const real = fetchFrom(sandbox);
    const broken: typeof fetch = (input, init) =>
      String(input).includes('PageNumber=2')
        ? Promise.reject(new TypeError('offline'))
        : real(input, init);
    const clients = clientsOf(sandbox, keyOf(sandbox, 'full'), 'cn-shanghai', broken);
    const found = await findDomains(clients, [], patient());
    expect(found.domains).toHaveLength(50);
    expect(found.fault?.kind).toBe('transport');
  });

  it('leaves out domains that VOD has not accepted as the account’s', async () => {
    const PageData = ['online', 'offline', 'checking', 'check_failed', 'configure_failed'].map(
      (DomainStatus) => ({
        DomainName: `${DomainStatus.replace('_', '-')}.example.com`,
        DomainStatus,
      }),
    );
    const { domains } = await findIn({ Domains: { PageData } });
    expect(domains.map(({ domain }) => domain)).toEqual([
      'online.example.com',
      'offline.example.com',
    ]);
  });

  it('writes names as an account has them, and leaves out what is not a domain', async () => {
    const names = ['.Example.com', 'a.example.com', 'A.example.com', '.com', 'a b.example.com', ''];
    const PageData = names.map((DomainName) => ({ DomainName }));
    const { domains } = await findIn({ Domains: { PageData } });
    expect(domains.map(({ domain }) => domain)).toEqual(['*.example.com', 'a.example.com']);
  });

  it('ends even if the list does not', async () => {
    let calls = 0;
    const PageData = Array.from({ length: 50 }, () => ({ DomainName: 'a.example.com' }));
    const endless: typeof fetch = (...args) => {
      calls++;
      return saying({ Domains: { PageData } })(...args);
    };
    const clients = clientsOf(sandbox, keyOf(sandbox, 'full'), 'cn-shanghai', endless);
    expect((await findDomains(clients, [])).domains).toHaveLength(1);
    expect(calls).toBe(20);
  });
});

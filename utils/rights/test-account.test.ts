import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { clientsOf, keyOf, type Signer } from '../../tests/drive/vod/clients.ts';
import { fetchFrom } from '../../tests/drive/vod/sandbox-fetch.ts';
import type { RamAction } from '../vod/operations/table.ts';
import { patientCalls, readingPace } from '../vod/patient-call.ts';
import type { Region } from '../vod/regions.ts';
import type { Answer } from './results.ts';
import { testAccount, untested } from './test-account.ts';

let sandbox: Sandbox;
let waited: number[];

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  waited = [];
});

/** Patient calls in simulated time, which passes only while they wait. */
const patient = () => {
  let now = 0;
  const sleep = async (ms: number) => {
    waited.push(ms);
    now += ms;
  };
  return patientCalls({ sleep, pace: readingPace({ now: () => now, sleep, random: () => 0 }) });
};
const testOf = (key: Signer, region?: Region, send?: typeof fetch) =>
  testAccount(clientsOf(sandbox, key, region, send), {
    hasToken: key.securityToken !== undefined,
    now: () => 1_700_000_000_000,
    call: patient(),
  });
const test = (label: string, region?: Region) => testOf(keyOf(sandbox, label), region);

/** The actions that these tests follow. */
const FOLLOWED: readonly RamAction[] = [
  'vod:DeleteImage',
  'vod:GetImageInfos',
  'vod:ListSnapshots',
  'vod:DescribeVodUserDomains',
  'vod:RefreshVodObjectCaches',
  'vod:DescribeVodRefreshTasks',
  'vod:DescribeVodRefreshQuota',
];

/** What each of them comes to: `+` yes, `-` no, `?` not known. */
const inShort = (actions: Readonly<Record<string, Answer>>) =>
  FOLLOWED.map((action) => ({ yes: '+', no: '-', 'not-known': '?' })[actions[action] ?? 'no']).join(
    '',
  );
const NOTHING_KNOWN = '???????';

describe('testAccount', () => {
  it('finds a good key good, and changes nothing', async () => {
    const found = await test('full');
    expect(found).toMatchObject({
      at: 1_700_000_000_000,
      checks: { reachable: 'yes', clock: 'yes', key: 'yes', signature: 'yes' },
      skewMs: expect.any(Number),
    });
    expect(found.checks).not.toHaveProperty('token');
    expect(found).not.toHaveProperty('fault');
    expect(inShort(found.actions)).toBe('?+++?++');
    expect(Math.abs(found.skewMs ?? Number.NaN)).toBeLessThan(5000);
    expect(sandbox.calls.map(({ action }) => action)).toEqual([
      'GetImageInfos',
      'ListSnapshots',
      'DescribeVodUserDomains',
      'DescribeVodRefreshTasks',
      'DescribeVodRefreshQuota',
    ]);
  });

  it.each([
    ['no-domains', '?++-?++'],
    ['no-purge', '?+++?--'],
    ['only-delete', '?---?--'],
    ['nothing', '?---?--'],
    ['sts-no-delete', '?+++?++'],
  ])('reports what the key %s may not do', async (label, actions) => {
    const found = await test(label);
    expect(inShort(found.actions)).toBe(actions);
    expect(found.checks).toMatchObject({ key: 'yes', signature: 'yes' });
    expect(found).not.toHaveProperty('fault');
  });

  it('asks Shanghai for what other regions do not offer', async () => {
    const found = await test('full', 'cn-beijing');
    expect(inShort(found.actions)).toBe('?+++?++');
    expect(sandbox.calls.map(({ host }) => host.split('.')[1])).toEqual([
      'cn-beijing',
      'cn-beijing',
      'cn-shanghai',
      'cn-shanghai',
      'cn-shanghai',
    ]);
  });

  it('stops at a key that VOD does not know, or knows as disabled', async () => {
    const unknown = { accessKeyId: 'LTAI5tNobody0000000000001', accessKeySecret: 'any' };
    for (const [key, kind] of [
      [unknown, 'key-unknown'],
      [keyOf(sandbox, 'inactive'), 'key-disabled'],
    ] as const) {
      sandbox.clearCalls();
      const found = await testOf(key);
      expect(found.checks).toEqual({
        reachable: 'yes',
        clock: 'yes',
        key: 'no',
        signature: 'not-known',
      });
      expect(found.fault).toMatchObject({ kind, requestId: expect.any(String) });
      expect(inShort(found.actions)).toBe(NOTHING_KNOWN);
      expect(sandbox.calls).toHaveLength(1);
    }
  });

  it('distinguishes a wrong secret from a wrong key, and shows neither', async () => {
    const key = { ...keyOf(sandbox, 'full'), accessKeySecret: 'notTheSecret' };
    const found = await testOf(key);
    expect(found.checks).toMatchObject({ reachable: 'yes', key: 'yes', signature: 'no' });
    expect(found.fault?.kind).toBe('signature');
    expect(JSON.stringify(found)).not.toContain(key.accessKeyId);
    expect(JSON.stringify(found)).not.toContain('notTheSecret');
  });

  it('judges tokens', async () => {
    expect((await test('sts')).checks.token).toBe('yes');
    const expired = await test('sts-expired');
    expect(expired.checks).toMatchObject({ token: 'no', signature: 'not-known' });
    expect(expired.fault?.kind).toBe('token-expired');
    const { securityToken: _token, ...without } = keyOf(sandbox, 'sts');
    const missing = await testOf(without);
    expect(missing.checks).not.toHaveProperty('token');
    expect(missing.fault?.kind).toBe('token-invalid');
  });

  it("measures the computer's clock, and goes on by VOD's", async () => {
    sandbox.setFault('wrong-clock', { minutes: 40 });
    const found = await test('full');
    expect(found.checks).toMatchObject({ clock: 'no', key: 'yes', signature: 'yes' });
    expect(Math.round((found.skewMs ?? 0) / 60_000)).toBe(40);
    expect(inShort(found.actions)).toBe('?+++?++');
    sandbox.setFault('wrong-clock', { minutes: -10 });
    const late = await test('full');
    expect(late.checks.clock).toBe('yes');
    expect(Math.round((late.skewMs ?? 0) / 60_000)).toBe(-10);
  });

  it('calls a right not known when parameters are refused, and says so', async () => {
    sandbox.setFault('refuse', { code: 'InvalidParameter', action: 'ListSnapshots' });
    const found = await test('nothing');
    expect(inShort(found.actions)).toBe('?-?-?--');
    expect(found.fault).toMatchObject({ kind: 'bad-parameter', code: 'InvalidParameter' });
  });

  it.each([
    ['OperationDenied', 'not-opened'],
    ['OperationDenied.Suspended', 'overdue'],
  ])('stops at %s', async (code, kind) => {
    sandbox.setFault('refuse', { code });
    const found = await test('full');
    expect(found.fault?.kind).toBe(kind);
    expect(found.checks).toMatchObject({ key: 'yes', signature: 'yes' });
    expect(inShort(found.actions)).toBe(NOTHING_KNOWN);
    expect(sandbox.calls).toHaveLength(1);
  });

  it('waits as VOD asks, and then goes on', async () => {
    sandbox.setFault('throttle', { times: 2, retryAfter: 900 });
    const found = await test('full');
    expect(inShort(found.actions)).toBe('?+++?++');
    expect(waited.slice(0, 2)).toEqual([900, 900]);
    expect(Math.max(...waited.slice(2))).toBeLessThan(300);
  });

  it('gives up on faults of VOD, one action at a time', async () => {
    sandbox.setFault('5xx', { times: 0, action: 'DescribeVodUserDomains' });
    const found = await test('full');
    expect(inShort(found.actions)).toBe('?++??++');
    expect(found.fault?.kind).toBe('server');
    expect(waited.filter((ms) => ms > 200)).toEqual([500, 1000]);
  });

  it('is not taken in by what is not VOD', async () => {
    const portal = async () =>
      new Response('<html><body>Sign in</body></html>', { headers: { date: 'Thu, 01 Jan 1970' } });
    const found = await testOf(keyOf(sandbox, 'full'), 'cn-beijing', portal);
    expect(found.checks).toEqual({
      reachable: 'no',
      clock: 'not-known',
      key: 'not-known',
      signature: 'not-known',
    });
    expect(found).not.toHaveProperty('skewMs');
  });

  it('reports which endpoint is unreachable', async () => {
    const real = fetchFrom(sandbox);
    const without =
      (host: string): typeof fetch =>
      (input, init) =>
        String(input).includes(host) ? Promise.reject(new TypeError('offline')) : real(input, init);
    const key = keyOf(sandbox, 'full');
    const own = await testOf(key, 'cn-beijing', without('vod.cn-beijing'));
    expect(own.checks).toMatchObject({ reachable: 'no', key: 'yes' });
    expect(inShort(own.actions)).toBe('???+?++');
    expect(own.fault?.kind).toBe('transport');
    const other = await testOf(key, 'cn-beijing', without('vod.cn-shanghai'));
    expect(other.checks.reachable).toBe('yes');
    expect(inShort(other.actions)).toBe('?++????');
    const none = await testOf(key, 'cn-beijing', without('vod.'));
    expect(none.checks.reachable).toBe('no');
    expect(none.checks.key).toBe('not-known');
  });

  it('sends nothing with credentials that cannot be written in a header', async () => {
    const found = await testOf({ accessKeyId: 'LTAI with a space', accessKeySecret: 'x' });
    expect(found.checks).toMatchObject({ reachable: 'not-known', key: 'no' });
    expect(found.fault?.code).toBe('Client.Key');
    expect(sandbox.calls).toEqual([]);
  });
});

describe('untested', () => {
  it('knows nothing', () => {
    const found = untested('locked', 5);
    expect(found).toMatchObject({ at: 5, noKey: 'locked' });
    expect(inShort(found.actions)).toBe(NOTHING_KNOWN);
    expect(new Set(Object.values(found.checks))).toEqual(new Set(['not-known']));
  });
});

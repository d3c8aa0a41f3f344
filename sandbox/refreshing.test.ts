// @vitest-environment node
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { call, deleteUrls, found, json, keyOf, verdict } from './testing.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0, settings: { refreshDelay: 0 } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const plain = (index: number): string => found(sandbox.accounts[0].images[index]).addresses.plain;
const status = async (address: string) => (await fetchFrom(sandbox, address)).status;
const refresh = (ObjectPath: string, more: Record<string, string> = {}) =>
  call(sandbox, 'RefreshVodObjectCaches', { ObjectPath, ...more });
const tasks = async (parameters: Record<string, string> = {}) => {
  const reply = await call(sandbox, 'DescribeVodRefreshTasks', parameters);
  return json(reply) as { TotalCount: number; Tasks: { Task: Record<string, string>[] } };
};
const quota = async () => json(await call(sandbox, 'DescribeVodRefreshQuota', {}));
/** Makes the CDN cache a file and its variants, then deletes the file. */
const keepDeleted = async (index: number, queries: readonly string[] = []) => {
  for (const query of ['', ...queries]) await status(plain(index) + query);
  await deleteUrls(sandbox, [plain(index)]);
};

describe('RefreshVodObjectCaches', () => {
  test('makes the CDN forget a file after the delay', async () => {
    sandbox.set({ refreshDelay: 1000 });
    await keepDeleted(0);
    const reply = json(await refresh(plain(0)));
    expect(reply.RefreshTaskId).toMatch(/^\d+$/);
    expect(await status(plain(0))).toBe(200);
    expect((await tasks()).Tasks.Task[0]).toMatchObject({
      TaskId: reply.RefreshTaskId,
      ObjectPath: plain(0),
      ObjectType: 'file',
      Status: 'Refreshing',
    });
    await wait(1000);
    expect((await tasks()).Tasks.Task[0]).toMatchObject({ Status: 'Complete', Process: '100%' });
    expect(await status(plain(0))).toBe(404);
  });

  test('keeps the variants of a file, which IgnoreParams removes', async () => {
    const small = '?x-oss-process=image/resize,w_100';
    await keepDeleted(0, [small]);
    await refresh(plain(0));
    expect(await status(plain(0))).toBe(404);
    expect(await status(plain(0) + small)).toBe(200);
    await refresh(plain(0), { ObjectType: 'IgnoreParams' });
    expect(await status(plain(0) + small)).toBe(404);
  });

  test('accepts several addresses, and folders', async () => {
    await keepDeleted(0);
    await keepDeleted(1);
    await refresh(`${plain(0)}\r\n${plain(1).replace('https://', '')}`);
    expect([await status(plain(0)), await status(plain(1))]).toEqual([404, 404]);
    await keepDeleted(2);
    await refresh(new URL('.', plain(2)).href, { ObjectType: 'Directory' });
    expect(await status(plain(2))).toBe(404);
  });

  test('tasks of a domain within a second share an id', async () => {
    const guarded = found(sandbox.accounts[0].images[1]).addresses.signed;
    const reply = json(await refresh(`${plain(0)}\n${plain(1)}\n${guarded}`));
    const ids = String(reply.RefreshTaskId).split(',');
    expect(ids).toHaveLength(2);
    expect((await tasks({ TaskId: found(ids[0]) })).TotalCount).toBe(2);
    expect((await tasks({ TaskId: found(ids[1]) })).TotalCount).toBe(1);
  });

  test.each<[string, Record<string, string>, string]>([
    ['', {}, '400 MissingParameter'],
    ['https://vod.acme-video.example/a b.png', {}, '400 InvalidObjectPath.Malformed'],
    ['https://vod.acme-video.example/a.png\n', {}, '400 InvalidObjectPath.Malformed'],
    [
      'https://vod.acme-video.example/a',
      { ObjectType: 'Directory' },
      '400 InvalidObjectPath.Malformed',
    ],
    [
      'https://vod.acme-video.example/a?b',
      { ObjectType: 'IgnoreParams' },
      '400 InvalidObjectPath.Malformed',
    ],
    [
      'https://vod.acme-video.example/a',
      { ObjectType: 'Folder' },
      '400 InvalidObjectType.ValueNotSupported',
    ],
    ['https://vod.acme-video.example/a', { Force: 'perhaps' }, '400 InvalidParameter'],
    ['https://video.other-studio.example/a.png', {}, '403 IllegalOperation'],
    ['https://nobody.example/a.png', {}, '404 InvalidDomain.NotFound'],
  ])('refuses %j with %j: %s', async (path, more, expected) => {
    expect(verdict(await refresh(path, more))).toBe(expected);
    expect((await tasks()).TotalCount).toBe(0);
  });

  test('counts the quota down, and refuses a whole call that exceeds it', async () => {
    sandbox.set({ refreshUrls: 3, refreshFolders: 1 });
    await refresh(`${plain(0)}\n${plain(1)}`);
    expect(await quota()).toMatchObject({
      UrlQuota: '3',
      UrlRemain: '1',
      DirQuota: '1',
      DirRemain: '1',
      blockRemain: '300',
    });
    expect(verdict(await refresh(`${plain(2)}\n${plain(3)}`))).toBe('400 QuotaExceeded.Refresh');
    expect(await quota()).toMatchObject({ UrlRemain: '1' });
    const folder = new URL('.', plain(2)).href;
    expect(verdict(await refresh(folder, { ObjectType: 'Directory' }))).toBe('200');
    expect(verdict(await refresh(folder, { ObjectType: 'Directory' }))).toBe(
      '400 QuotaExceeded.Refresh',
    );
  });
});

test('DescribeVodRefreshTasks has pages and filters, and refuses wrong parameters', async () => {
  sandbox.set({ refreshDelay: 60_000 });
  await refresh([0, 1, 2].map(plain).join('\n'));
  const page = await tasks({ PageSize: '2', PageNumber: '2' });
  expect(page).toMatchObject({ TotalCount: 3, PageNumber: 2, PageSize: 2 });
  expect(page.Tasks.Task.map(({ ObjectPath }) => ObjectPath)).toEqual([plain(0)]);
  expect((await tasks({ ObjectPath: plain(1) })).TotalCount).toBe(1);
  expect((await tasks({ ObjectType: 'directory' })).TotalCount).toBe(0);
  expect((await tasks({ ObjectType: 'file', Status: 'Refreshing' })).TotalCount).toBe(3);
  for (const [parameters, expected] of [
    [{ Status: 'Complete' }, '400 MissingParameter'],
    [{ PageSize: '51' }, '400 InvalidParameter'],
    [{ TaskId: 'abc' }, '400 InvalidTaskId.Malformed'],
  ] as const) {
    expect(verdict(await call(sandbox, 'DescribeVodRefreshTasks', parameters))).toBe(expected);
  }
});

test('DescribeVodUserDomains has pages and filters, and refuses wrong parameters', async () => {
  const ask = (parameters: Record<string, string>) =>
    call(sandbox, 'DescribeVodUserDomains', parameters);
  const names = async (parameters: Record<string, string>) => {
    const { Domains } = json(await ask(parameters)) as {
      Domains: { PageData: { DomainName: string }[] };
    };
    return Domains.PageData.map(({ DomainName }) => DomainName);
  };
  expect(await names({})).toEqual(sandbox.accounts[0].domains);
  expect(await names({ PageSize: '1', PageNumber: '2' })).toEqual([sandbox.accounts[0].domains[1]]);
  expect(await names({ DomainName: 'learning' })).toEqual([sandbox.accounts[0].domains[1]]);
  sandbox.set({ moreDomains: 100 });
  expect(json(await ask({ PageSize: '50' }))).toMatchObject({ TotalCount: 102 });
  expect(await names({ PageSize: '50', PageNumber: '3' })).toHaveLength(2);
  expect(await names({ DomainStatus: 'offline' })).toHaveLength(10);
  expect(verdict(await ask({ PageSize: '51' }))).toBe('400 InvalidParameter');
  expect(verdict(await ask({ DomainStatus: 'asleep' }))).toBe('400 InvalidParameter');
});

test('the four operations exist only in Shanghai, and refuse a key without the right', async () => {
  const actions = [
    'DescribeVodUserDomains',
    'RefreshVodObjectCaches',
    'DescribeVodRefreshTasks',
    'DescribeVodRefreshQuota',
  ];
  for (const action of actions) {
    expect(verdict(await call(sandbox, action, {}, { region: 'cn-beijing' }))).toBe(
      '404 InvalidApi.NotFound',
    );
    const key = keyOf(sandbox, 'nothing');
    expect(verdict(await call(sandbox, action, {}, { key }))).toBe('403 Forbidden.RAM');
  }
  const verdicts = async (label: string) =>
    Promise.all(
      actions.map(async (action) =>
        verdict(await call(sandbox, action, {}, { key: keyOf(sandbox, label) })),
      ),
    );
  expect(await verdicts('no-domains')).toEqual([
    '403 Forbidden.RAM',
    '400 MissingParameter',
    '200',
    '200',
  ]);
  expect(await verdicts('no-purge')).toEqual([
    '200',
    '403 Forbidden.RAM',
    '403 Forbidden.RAM',
    '403 Forbidden.RAM',
  ]);
  expect(
    verdict(await deleteUrls(sandbox, [plain(0)], { key: keyOf(sandbox, 'only-delete') })),
  ).toBe('200');
});

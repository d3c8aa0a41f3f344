import { describe, expect, it } from 'vitest';
import { VodFormatError } from '../read.ts';
import { describeRefreshQuota } from './describe-refresh-quota.ts';
import { describeRefreshTasks } from './describe-refresh-tasks.ts';
import { describeUserDomains } from './describe-user-domains.ts';
import { refreshObjectCaches } from './refresh-object-caches.ts';

const A = 'https://cdn.example.com/image/default/a.png';

describe('describeUserDomains', () => {
  const operation = describeUserDomains({ page: 2, pageSize: 50 });

  it('asks for a page', () => {
    expect(operation).toMatchObject({
      action: 'DescribeVodUserDomains',
      parameters: { PageNumber: '2', PageSize: '50' },
    });
    for (const wrong of [
      { page: 0, pageSize: 50 },
      { page: 1, pageSize: 51 },
      { page: 1, pageSize: 0.5 },
    ]) {
      expect(() => describeUserDomains(wrong)).toThrow('page-out-of-range');
    }
  });

  it('reads domains and their states', () => {
    const PageData = [
      { DomainName: 'a.example.com', DomainStatus: 'online', Sources: { Source: [] } },
      { DomainName: 'b.example.com' },
    ];
    const domains = [{ domain: 'a.example.com', status: 'online' }, { domain: 'b.example.com' }];
    expect(operation.read({ Domains: { PageData }, TotalCount: 2 })).toEqual({ total: 2, domains });
    expect(operation.read({ domains: PageData, totalCount: '2' })).toEqual({ total: 2, domains });
    expect(operation.read({ Domains: { PageData: null } })).toEqual({ domains: [] });
    expect(operation.read({ Domains: {} })).toEqual({ domains: [] });
  });

  it.each([{}, { Domains: 'a' }, { Domains: { PageData: [{}] } }, null])(
    'does not take %j for an answer',
    (body) => {
      expect(() => operation.read(body)).toThrow(VodFormatError);
    },
  );
});

describe('refreshObjectCaches', () => {
  it('sends addresses on lines of their own', () => {
    expect(refreshObjectCaches([A, `${A}?x=1`], 'File')).toMatchObject({
      action: 'RefreshVodObjectCaches',
      parameters: { ObjectPath: `${A}\n${A}?x=1`, ObjectType: 'File' },
    });
    expect(
      refreshObjectCaches(['https://cdn.example.com/image/'], 'Directory').parameters.ObjectType,
    ).toBe('Directory');
  });

  it.each([
    [[], 'File', 'empty'],
    [[A, A], 'File', 'duplicate at item 1'],
    [Array.from({ length: 1001 }, (_, i) => `${A}?${i}`), 'File', 'too-many'],
    [[`${A}\nhttps://cdn.example.com/b.png`], 'File', 'address-malformed at item 0'],
    [['https://cdn.example.com/a b.png'], 'File', 'address-malformed'],
    [[`${A}#x`], 'File', 'address-has-fragment'],
    [[`${A}?x#y`], 'File', 'address-has-fragment'],
    [['cdn.example.com/a.png'], 'File', 'address-malformed'],
    [[`${A}?x=1`], 'IgnoreParams', 'address-has-query'],
    [[A], 'Directory', 'folder-without-slash'],
    [['https://cdn.example.com/'], 'Directory', 'address-malformed'],
  ] as const)('refuses %j as %s: %s', (addresses, type, code) => {
    expect(() => refreshObjectCaches(addresses, type)).toThrow(code);
  });

  it('reads the ids of the tasks', () => {
    const { read } = refreshObjectCaches([A], 'File');
    expect(read({ RefreshTaskId: '704222904' })).toEqual(['704222904']);
    expect(read({ refreshTaskId: '1,2' })).toEqual(['1', '2']);
    expect(read({ RefreshTaskId: 704222904 })).toEqual(['704222904']);
    for (const wrong of [{}, { RefreshTaskId: '' }, { RefreshTaskId: '1,,2' }]) {
      expect(() => read(wrong)).toThrow(VodFormatError);
    }
  });
});

describe('describeRefreshTasks', () => {
  it('asks for a page of all tasks, or of one', () => {
    expect(describeRefreshTasks({ page: 1, pageSize: 20 })).toMatchObject({
      action: 'DescribeVodRefreshTasks',
      parameters: { PageNumber: '1', PageSize: '20' },
    });
    const one = describeRefreshTasks({ taskId: '704222904', page: 1, pageSize: 20 });
    expect(one.parameters.TaskId).toBe('704222904');
    expect(() => describeRefreshTasks({ taskId: '1,2', page: 1, pageSize: 20 })).toThrow(
      'id-malformed',
    );
    expect(() => describeRefreshTasks({ page: 1, pageSize: 51 })).toThrow('page-out-of-range');
  });

  it('reads how far they are', () => {
    const { read } = describeRefreshTasks({ page: 1, pageSize: 20 });
    const task = { TaskId: '1', ObjectPath: A, ObjectType: 'file' };
    const Task = [
      { ...task, Status: 'Complete', Process: '100%', CreationTime: '2026-11-24T08:00:00Z' },
      { ...task, Status: 'Refreshing', Process: '35%', Description: '' },
      { ...task, Status: 'Failed', Process: '', Description: 'Origin Timeout' },
      { ...task, TaskId: 2, Status: 'Asleep', Process: '1000' },
    ];
    expect(read({ Tasks: { Task }, TotalCount: 4 })).toEqual({
      total: 4,
      tasks: [
        {
          taskId: '1',
          address: A,
          status: 'complete',
          percent: 100,
          creationTime: '2026-11-24T08:00:00Z',
        },
        { taskId: '1', address: A, status: 'refreshing', percent: 35 },
        { taskId: '1', address: A, status: 'failed', description: 'Origin Timeout' },
        { taskId: '2', address: A, status: 'other' },
      ],
    });
    expect(read({ tasks: [] })).toEqual({ tasks: [] });
    expect(read({ Tasks: { Task: null }, TotalCount: 0 })).toEqual({ total: 0, tasks: [] });
    expect(() => read({ TotalCount: 0 })).toThrow(VodFormatError);
    expect(() => read({ Tasks: { Task: [{ TaskId: '1' }] } })).toThrow(VodFormatError);
  });
});

describe('describeRefreshQuota', () => {
  const { read, action } = describeRefreshQuota();

  it('reads what is left, written as text, in any letter case', () => {
    expect(action).toBe('DescribeVodRefreshQuota');
    expect(
      read({
        UrlQuota: '2000',
        UrlRemain: '1996',
        DirQuota: '100',
        DirRemain: '99',
        blockRemain: '300',
      }),
    ).toEqual({ urls: { quota: 2000, left: 1996 }, directories: { quota: 100, left: 99 } });
    expect(read({ urlQuota: 2000, urlRemain: 0 })).toEqual({ urls: { quota: 2000, left: 0 } });
  });

  it('does not make up a quota', () => {
    expect(() => read({ UrlQuota: '2000' })).toThrow(VodFormatError);
    expect(() => read({ UrlQuota: '2000', UrlRemain: 'many' })).toThrow(VodFormatError);
    expect(read({ UrlQuota: '5', UrlRemain: '5', DirQuota: '1' })).not.toHaveProperty(
      'directories',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { describeRefreshQuota } from './operations/describe-refresh-quota.ts';
import { describeRefreshTasks } from './operations/describe-refresh-tasks.ts';
import { describeUserDomains } from './operations/describe-user-domains.ts';
import { refreshObjectCaches } from './operations/refresh-object-caches.ts';
import { ENDPOINT_HOSTS, endpointFor, endpointOf, isRegion, REGIONS } from './regions.ts';

describe('regions', () => {
  it('has the regions VOD serves', () => {
    expect(REGIONS).toHaveLength(12);
    expect(REGIONS).toContain('cn-north-2-gov-1');
  });

  it('gives each region its own host, and Hangzhou that of Shanghai', () => {
    for (const region of REGIONS) {
      const served = region === 'cn-hangzhou' ? 'cn-shanghai' : region;
      expect(endpointOf(region)).toBe(`vod.${served}.aliyuncs.com`);
    }
    expect(ENDPOINT_HOSTS).toHaveLength(11);
  });

  it('asks Shanghai for what no other endpoint offers', () => {
    expect(endpointFor('DeleteImage', 'eu-central-1')).toBe('vod.eu-central-1.aliyuncs.com');
    for (const { action } of [
      describeUserDomains({ page: 1, pageSize: 1 }),
      refreshObjectCaches(['https://cdn.example.com/a.png'], 'File'),
      describeRefreshTasks({ page: 1, pageSize: 1 }),
      describeRefreshQuota(),
    ]) {
      expect(endpointFor(action, 'eu-central-1')).toBe('vod.cn-shanghai.aliyuncs.com');
    }
  });

  it.each(['', 'ap-south-1', 'CN-SHANGHAI', 'toString', '__proto__', 7, null, undefined])(
    'does not take %j for a region',
    (value) => {
      expect(isRegion(value)).toBe(false);
    },
  );
});

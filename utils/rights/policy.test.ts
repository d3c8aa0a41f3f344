import { describe, expect, it } from 'vitest';
import { actionsFor, PURPOSES, ramPoliciesPage, ramPolicy } from './policy.ts';
import { ACTIONS } from './results.ts';

describe('actionsFor', () => {
  it('returns each action once, in the order of all', () => {
    expect(actionsFor(['purge', 'delete', 'delete'])).toEqual([
      'vod:DeleteImage',
      'vod:RefreshVodObjectCaches',
      'vod:DescribeVodRefreshTasks',
      'vod:DescribeVodRefreshQuota',
    ]);
    expect(actionsFor([])).toEqual([]);
  });

  it('has a purpose for every action', () => {
    expect(Object.values(PURPOSES).flat().sort()).toEqual([...ACTIONS].sort());
  });
});

describe('ramPolicy', () => {
  it('allows what was chosen and nothing else', () => {
    const policy = ramPolicy(['vod:GetImageInfos', 'vod:DeleteImage', 'vod:DeleteImage']);
    expect(JSON.parse(policy ?? '')).toEqual({
      Version: '1',
      Statement: [
        { Effect: 'Allow', Action: ['vod:DeleteImage', 'vod:GetImageInfos'], Resource: '*' },
      ],
    });
  });

  it('stays within what RAM accepts, and is absent without an action', () => {
    expect((ramPolicy(ACTIONS) ?? '').length).toBeLessThan(2048);
    expect(ramPolicy(ACTIONS)).not.toContain('vod:*');
    expect(ramPolicy([])).toBeUndefined();
  });
});

describe('ramPoliciesPage', () => {
  it.each([
    ['zh-CN', 'ram.console.aliyun.com'],
    ['zh_CN', 'ram.console.aliyun.com'],
    ['zh', 'ram.console.aliyun.com'],
    ['en-US', 'ram.console.alibabacloud.com'],
    ['zhx', 'ram.console.alibabacloud.com'],
    ['', 'ram.console.alibabacloud.com'],
  ])('leads %j to %s', (language, host) => {
    expect(new URL(ramPoliciesPage(language)).host).toBe(host);
  });
});

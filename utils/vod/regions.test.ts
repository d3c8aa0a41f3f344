import { describe, expect, it } from 'vitest';
import { ENDPOINT_HOSTS, endpointOf, isRegion, REGIONS } from './regions.ts';

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

  it.each(['', 'ap-south-1', 'CN-SHANGHAI', 'toString', '__proto__', 7, null, undefined])(
    'does not take %j for a region',
    (value) => {
      expect(isRegion(value)).toBe(false);
    },
  );
});

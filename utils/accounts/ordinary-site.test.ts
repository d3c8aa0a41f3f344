import { describe, expect, it } from 'vitest';
import { ordinarySite } from './ordinary-site.ts';

describe('ordinarySite', () => {
  it.each([
    'example.com',
    'Example.COM',
    ' example.com ',
    'example.co.uk',
    'example.com.cn',
    'acme.example',
    'www.example.com',
    'www.shop.example.com',
    'www2.example.com',
    '*.example.com',
    '*.example.co.uk',
    'co.uk',
    '*.com.cn',
    'aliyuncs.com',
    '127.0.0.1',
    'xn--fiqs8s.xn--fiqs8s',
  ])('is true of %s', async (domain) => {
    expect(await ordinarySite(domain)).toBe(true);
  });

  it.each([
    'vod.example.com',
    'img.example.co.uk',
    '*.cdn.example.com',
    'wwwimages.example.com',
    'cdn.www.example.com',
    'outin-0123456789abcdef0123456789abcdef',
    'outin-0123456789abcdef0123456789abcdef.oss-cn-shanghai.aliyuncs.com',
    '',
  ])('is false of %s', async (domain) => {
    expect(await ordinarySite(domain)).toBe(false);
  });
});

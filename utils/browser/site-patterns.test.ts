import { describe, expect, it } from 'vitest';
import {
  isOfSites,
  originExpression,
  portPattern,
  sitePattern,
  sitePatterns,
} from './site-patterns.ts';

describe('the pattern of a site', () => {
  it.each([
    ['https://a.example/path?q#f', 'https://a.example/*'],
    ['http://localhost:8080/', 'http://localhost/*'],
    ['http://[::1]:80/x', 'http://[::1]/*'],
  ])('of %s', (address, pattern) => expect(sitePattern(address)).toBe(pattern));

  it.each(['chrome://settings', 'about:blank', 'file:///x', 'data:,x', 'nonsense', ''])(
    'is nothing for %j',
    (address) => expect(sitePattern(address)).toBeUndefined(),
  );

  it('is there once for several addresses', () => {
    const addresses = [
      'https://a.example/1',
      'data:,x',
      'https://a.example:444/2',
      'http://b.example',
    ];
    expect(sitePatterns(addresses)).toEqual(['https://a.example/*', 'http://b.example/*']);
  });

  it('names its port where that is asked for', () => {
    expect(portPattern('http://localhost:8080/x?y')).toBe('http://localhost:8080/*');
  });
});

describe('pages of sites', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/*', true],
    ['https://a.example:444/x', 'https://a.example/*', true],
    ['http://a.example/x', 'https://a.example/*', false],
    ['https://b.a.example/x', 'https://a.example/*', false],
    ['https://a.example.evil.test/', 'https://a.example/*', false],
    ['https://axexample/', 'https://a.example/*', false],
    ['https://b.a.example/', '*://*.a.example/*', true],
    ['http://a.example/', '*://*.a.example/*', true],
    ['http://xa.example/', '*://*.a.example/*', false],
    ['https://any.example:1/', 'https://*/*', true],
    ['http://any.example/', 'https://*/*', false],
    ['http://any.example/', '<all_urls>', true],
    ['http://a.example:81/', 'http://a.example:81/*', true],
    ['http://a.example:82/', 'http://a.example:81/*', false],
    ['http://[::1]:9/', 'http://[::1]/*', true],
    ['chrome://settings', '<all_urls>', false],
    ['nonsense', '<all_urls>', false],
    ['https://a.example/', 'file:///*', false],
  ])('%s is of %s: %s', (address, site, fits) => expect(isOfSites(address, [site])).toBe(fits));

  it('match nothing without sites', () => {
    expect(isOfSites('https://a.example/', [])).toBe(false);
    expect(new RegExp(originExpression([])).test('')).toBe(false);
  });

  it('are those of any of several', () => {
    const sites = ['https://a.example/*', 'http://*.b.example/*'];
    expect(isOfSites('http://x.b.example/', sites)).toBe(true);
    expect(isOfSites('https://a.example/', sites)).toBe(true);
    expect(isOfSites('https://c.example/', sites)).toBe(false);
  });
});

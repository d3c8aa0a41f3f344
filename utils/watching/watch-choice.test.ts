import { describe, expect, it } from 'vitest';
import { choiceOf, singleSites, siteName, typedSite, wideSites } from './watch-choice.ts';

const EVERY = ['https://*/*', 'http://*/*'];
const SITE = 'https://a.example/*';

describe('what is chosen', () => {
  it.each([
    [[], 'https://a.example/', 'click'],
    [[SITE], 'https://a.example/', 'site'],
    [[SITE], 'https://b.example/', 'click'],
    [[SITE], undefined, 'site'],
    [[], undefined, 'click'],
    [EVERY, 'https://b.example/', 'every'],
    [['<all_urls>'], undefined, 'every'],
    [['*://*/*', SITE], undefined, 'every'],
  ] as const)('with %j at %s is %s', (sites, address, choice) =>
    expect(choiceOf(sites, address)).toBe(choice),
  );

  it('parts the wide from the single', () => {
    expect(wideSites([...EVERY, SITE])).toEqual(EVERY);
    expect(singleSites([...EVERY, SITE, 'https://*.b.example/*'])).toEqual([
      SITE,
      'https://*.b.example/*',
    ]);
  });
});

describe('a site', () => {
  it.each([
    ['www.a.example', 'https://www.a.example'],
    [' http://a.example:81/x ', 'http://a.example:81/x'],
    ['localhost:3000', 'https://localhost:3000'],
    ['', undefined],
    ['word', undefined],
    ['*.a.example', undefined],
    ['file:///etc', undefined],
    ['a b.example', undefined],
  ])('typed as %j is %s', (text, address) => expect(typedSite(text)).toBe(address));

  it('is named by its host', () => {
    expect(siteName(SITE)).toBe('a.example');
    expect(siteName('http://a.example/*')).toBe('http://a.example');
  });
});

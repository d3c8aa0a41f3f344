import { describe, expect, it } from 'vitest';
import { lookAlikes, vodImages } from './corpus/corpus.ts';
import { findAddresses } from './finder.ts';
import { mentionsFor } from './mention.ts';
import { recognise } from './shapes.ts';
import { isOwnHost, standingOf } from './standing.ts';

const PAGE = 'https://page.example/index.html';

/** Examples in documentation are masked or lack the VideoId: no image has such an address. */
const real = vodImages.filter(({ docExample }) => !docExample);
/** The form of covers in 2017, which counts only on an owned host. */
const needsOwner = /\/cover\/\d{4}-/;

describe('the corpus', () => {
  it.each(real.filter(({ url }) => !needsOwner.test(url)))(
    'recognises $url',
    ({ url, label, videoId }) => {
      const found = recognise(url);
      expect(found).toMatchObject({ certainty: 'strict', url });
      expect(`vod-${found?.kind}`).toBe(label);
      if (found?.videoId) expect(found.videoId).toMatch(/^[0-9a-f]{32}$/);
      if (found?.videoId && label === 'vod-snapshot') expect(found.videoId).toBe(videoId);
    },
  );

  it.each(real.filter(({ url }) => needsOwner.test(url)))(
    'accepts $url only on an own host',
    ({ url }) => {
      const found = recognise(url);
      expect(found && standingOf(found, [])).toBeUndefined();
      expect(found && standingOf(found, [found.host])).toBe('mine');
    },
  );

  it.each(lookAlikes)('does not accept $url', ({ url }) => {
    const found = recognise(url, PAGE);
    expect(found && standingOf(found, ['owned.example'])).toBeUndefined();
  });

  it.each(real)('finds $url in $context', ({ url, context = 'x <URL> y' }) => {
    const text = context.replaceAll('<URL>', url);
    expect(mentionsFor([], false)(text) || needsOwner.test(url)).toBe(true);
    expect(mentionsFor(undefined, false)(text)).toBe(true);
    expect([...new Set(findAddresses(text, PAGE).map((found) => found.url))]).toEqual([url]);
  });

  it.each(lookAlikes)(
    'finds nothing strict in $context around $url',
    ({ url, context = '<URL>' }) => {
      const found = findAddresses(context.replaceAll('<URL>', url), PAGE);
      expect(found.filter((image) => image.certainty === 'strict')).toEqual([]);
    },
  );

  it('finds every image on owned hosts by strict and loose paths', () => {
    const own = ['*.example', 'test.aliyun.com'];
    const owned = real.filter(({ url }) => isOwnHost(new URL(url).host, own));
    expect(owned.length).toBeGreaterThan(50);
    for (const { url } of owned) {
      const found = recognise(url);
      expect(found && standingOf(found, own), url).toBe('mine');
    }
  });
});

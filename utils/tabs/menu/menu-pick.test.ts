import { describe, expect, it } from 'vitest';
import { vodImages } from '../../spotting/corpus/corpus.ts';
import { recognise } from '../../spotting/shapes.ts';
import { idSelected, imagePointedAt, PLAUSIBLE_ADDRESSES } from './menu-pick.ts';

const HASH = '17004872437d9b7580c63d3417004872';
const IMAGE = `https://vod.acme.example/image/default/${HASH}-6-2.jpg`;
const LOOSE = 'https://vod.acme.example/covers/cat.jpg';

describe('an image that was pointed at', () => {
  it('becomes an item with its standing and page', () => {
    const pointed = { imageAddress: `${IMAGE}?w=2`, pageAddress: 'https://site.example/a#b' };
    expect(imagePointedAt(pointed, ['vod.acme.example'])).toEqual({
      key: `vod.acme.example/image/default/${HASH}-6-2.jpg`,
      kind: 'image',
      certainty: 'strict',
      addresses: [`${IMAGE}?w=2`],
      carriers: ['img'],
      standing: 'mine',
      page: 'https://site.example/a',
    });
    expect(imagePointedAt(pointed, [])).toMatchObject({ standing: 'unknown' });
  });

  it('is the picture before its link, and the link if the picture is not of VOD', () => {
    const linkAddress = IMAGE.replace('1700', '1701');
    expect(imagePointedAt({ imageAddress: IMAGE, linkAddress }, [])).toMatchObject({
      addresses: [IMAGE],
    });
    expect(
      imagePointedAt({ imageAddress: 'data:image/gif;base64,AA', linkAddress }, []),
    ).toMatchObject({ addresses: [linkAddress], carriers: ['link'] });
  });

  it('is refused if its address is too long for a plan, and its page is cut', () => {
    const long = `${IMAGE}?a=`.padEnd(4097, 'a');
    const linkAddress = IMAGE.replace('1700', '1701');
    expect(imagePointedAt({ imageAddress: long, linkAddress }, [])).toBe('not-vod');
    const pageAddress = 'https://site.example/?'.padEnd(5000, 'a');
    expect(imagePointedAt({ imageAddress: long.slice(0, 4096), pageAddress }, [])).toMatchObject({
      page: pageAddress.slice(0, 4096),
    });
    expect(idSelected(HASH, 'image-id', pageAddress)).toMatchObject({
      page: pageAddress.slice(0, 4096),
    });
  });

  it('is a look-alike unless the account owns its host', () => {
    expect(imagePointedAt({ imageAddress: LOOSE }, [])).toBe('not-vod');
    expect(imagePointedAt({ imageAddress: LOOSE }, ['vod.acme.example'])).toMatchObject({
      kind: 'cover',
      standing: 'mine',
    });
    expect(imagePointedAt({ imageAddress: 'https://x.example/a.jpg' }, [])).toBe('not-vod');
    expect(imagePointedAt({}, [])).toBe('not-vod');
  });
});

describe('the menu', () => {
  it('is offered on every address that is recognised', () => {
    const patterns = PLAUSIBLE_ADDRESSES.map(
      (pattern) =>
        new RegExp(
          `^${pattern
            .replace(/[.?+^$()[\]{}|\\]/g, '\\$&')
            .replace('*://*/', 'https?://[^/]+/')
            .replace('*://*\\.', 'https?://(?:[^/]+\\.)?')
            .replaceAll(/(?<!\))\*/g, '.*')}`,
        ),
    );
    const recognised = vodImages.filter(({ url }) => recognise(url));
    expect(recognised.length).toBeGreaterThan(20);
    for (const { url } of recognised) {
      const { href } = new URL(url);
      expect([href, patterns.some((pattern) => pattern.test(href))]).toEqual([href, true]);
    }
  });
});

describe('a selected id', () => {
  it('is the only id of 32 hex digits in the text, in lower case', () => {
    expect(
      idSelected(` ImageId: ${HASH.toUpperCase()}, `, 'image-id', 'https://s.example/#x'),
    ).toEqual({
      key: `image-id:${HASH}`,
      kind: 'image-id',
      certainty: 'strict',
      addresses: [],
      imageId: HASH,
      carriers: [],
      standing: 'unknown',
      page: 'https://s.example/',
    });
    expect(idSelected(HASH, 'video-id')).toMatchObject({ kind: 'video-id', videoId: HASH });
    expect(idSelected(`${HASH} ${HASH}`, 'video-id')).toMatchObject({ videoId: HASH });
  });

  it('may be another word that VOD accepts as an id', () => {
    expect(idSelected(' 93eb6dd6-8a7a-41ad-93fd ', 'image-id')).toMatchObject({
      imageId: '93eb6dd6-8a7a-41ad-93fd',
    });
  });

  it.each([
    [`${HASH} and ${HASH.replace('1', '2')}`, 'several-ids'],
    ['', 'no-id'],
    ['hello', 'no-id'],
    ['internationalisation', 'no-id'],
    [`a${HASH}`.repeat(2), 'no-id'],
    [`x${HASH.slice(1)}-6-2.jpg`, 'no-id'],
  ])('%j is %s', (text, fault) => expect(idSelected(text, 'image-id')).toBe(fault));
});

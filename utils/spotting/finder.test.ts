import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, escapes } from './arbitraries.ts';
import { findAddresses, findIds } from './finder.ts';
import { mentionsFor } from './mention.ts';

const V = '5f310b5d479a71eef078124768e40102';
const W = 'ca4bb3dbed15443e5f3b08f4b3c8d4aa';
const mentions = mentionsFor([], false);

describe.each(Object.entries(escapes))('an address in: %s', (_, carry) => {
  it('is mentioned, and found unchanged', () => {
    fc.assert(
      fc.property(address, (url) => {
        const text = carry(url);
        expect(mentions(text)).toBe(true);
        expect([...new Set(findAddresses(text).map((found) => found.url))]).toEqual([url]);
      }),
    );
  });
});

describe('findAddresses', () => {
  it('leaves out the punctuation and brackets of a sentence', () => {
    const url = `https://v.example/${V}/snapshots/${W}-00001.jpg`;
    for (const text of [
      `${url}.`,
      `(${url})`,
      `${url}!?`,
      `**${url}**`,
      `${url};`,
      `<${url}>`,
      `_${url}_`,
    ]) {
      expect(
        findAddresses(text).map((found) => found.url),
        text,
      ).toEqual([url]);
    }
  });

  it('adds the scheme of the page to a scheme-relative address, and does not accept a comment', () => {
    const path = `v.example/${V}/snapshots/${W}-00001.jpg`;
    expect(findAddresses(`src: '//${path}'`, 'http://p.example/')[0]?.url).toBe(`http://${path}`);
    expect(findAddresses(`x//${path}`, 'http://p.example/')).toEqual([]);
    expect(findAddresses(`ftp://${path}`, 'http://p.example/')).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void findAddresses(text, text)));
  });

  it.each([
    ['/'],
    ['\\'],
    ['&'],
    ['%25'],
    [','],
    ['//a'],
    [',//a.b/c.jpg'],
    ['=//a.b/c.jpg?'],
    ['https%3A%2F%2F'],
    ['.jpg'],
    ['vid='],
    ['&#x'],
    ['@import '],
    ['-'],
  ])('takes no more than linear time for: %s', (part) => {
    const text = part.repeat(Math.ceil(65_536 / part.length));
    const start = performance.now();
    findAddresses(text, 'https://p.example/');
    findIds(text);
    mentions(text);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('findIds', () => {
  it.each([
    [`"VideoId":"${V}"`],
    [`'videoId' : '${V}'`],
    [`video_id=${V}&x=1`],
    [`vid: "${V}"`],
    [`vodId:'${V}'`],
    [`aliVideoId = \`${V}\``],
    [`VIDEOID="${V.toUpperCase()}"`],
    [`data-video-id="${V}"`],
    [`\\"vid\\":\\"${V}\\"`],
    [`[VideoId] => ${V}`],
    [`["VideoId"] => string(32) "${V}"`],
    [`<VideoId>${V}</VideoId>`],
    [`&quot;videoId&quot;:&quot;${V}&quot;`],
    [`player.vid="${V}"`],
    [`vid%3D${V}`],
    [`ali_video_id: '${V}'`],
    [`:vid="'${V}'"`],
  ])('reads a VideoId from %s', (text) => {
    expect(mentions(text)).toBe(true);
    expect(findIds(text)).toEqual([{ kind: 'video-id', id: V }]);
  });

  it.each([[`"ImageId":"${V}"`], [`image_id: '${V}'`], [`imageid=${V}`]])(
    'reads an ImageId from %s',
    (text) => {
      expect(mentions(text)).toBe(true);
      expect(findIds(text)).toEqual([{ kind: 'image-id', id: V }]);
    },
  );

  it('reads lists of ids', () => {
    const ids = [V, W].map((id) => ({ kind: 'video-id', id }));
    expect(findIds(`"VideoIds":"${V},${W}"`)).toEqual(ids);
    expect(findIds(`videoIds: ["${V}", "${W}"]`)).toEqual(ids);
  });

  it.each([
    [V],
    [`"id":"${V}"`],
    [`hash=${V}`],
    [`guid: '${V}'`],
    [`covid: '${V}'`],
    [`"vid":"${V}0"`],
    [`"VideoId":"${V.slice(1)}"`],
    [`videoId: "${V}-00001.jpg"`],
    [`"videoIdentity":"${V}"`],
    [`md5("${V}")`],
  ])('reads nothing from %s', (text) => {
    expect(findIds(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { identity, recognise } from './shapes.ts';
import type { Sighting } from './sighting.ts';
import { isOwnHost, sameImageKey, standingOf } from './standing.ts';

const V = '5f310b5d479a71eef078124768e40102';
const PATH = `/${V}/snapshots/ca4bb3dbed15443e5f3b08f4b3c8d4aa-00001.jpg`;

function sighting(address: string, carrier: Sighting['carriers'][number] = 'img'): Sighting {
  const found = recognise(address);
  if (!found) throw new Error(address);
  const { kind, certainty } = found;
  return { key: identity(found), kind, certainty, addresses: [address], carriers: [carrier] };
}

describe('isOwnHost', () => {
  it.each([
    ['v.example.com', 'v.example.com', true],
    ['V.Example.com:8443', 'v.example.com', true],
    ['v.example.com', '*.example.com', true],
    ['example.com', '*.example.com', false],
    ['vexample.com', '*.example.com', false],
    ['outin-1234abcd.oss-cn-shanghai.aliyuncs.com', 'outin-1234abcd', true],
    ['outin-1234abcd.example.com', 'outin-1234abcd', false],
    ['v.example.com', '', false],
    ['v.example.com', '*.', false],
  ])('%s by %s: %s', (host, own, expected) => {
    expect(isOwnHost(host, [own])).toBe(expected);
  });
});

describe('standingOf', () => {
  it('depends on the own hosts first, then on the shape', () => {
    const strict = sighting(`https://v.example.com${PATH}`);
    const loose = sighting('https://v.example.com/covers/a.jpg');
    expect(standingOf(strict, ['v.example.com'])).toBe('mine');
    expect(standingOf(loose, ['v.example.com'])).toBe('mine');
    expect(standingOf(strict, [])).toBe('unknown');
    expect(standingOf(loose, [])).toBeUndefined();
  });

  it('is unknown for an id before VOD was asked', () => {
    const id: Sighting = {
      key: `video-id:${V}`,
      kind: 'video-id',
      certainty: 'strict',
      addresses: [],
      videoId: V,
      carriers: ['script'],
    };
    expect(standingOf(id, ['v.example.com'])).toBe('unknown');
  });
});

describe('sameImageKey', () => {
  const own = ['*.acme.example', 'outin-1234abcd'];
  const key = (address: string) => sameImageKey(address, own);

  it('is the same for a hash on every own host, with any scheme, signature and letter case', () => {
    const keys = [
      `https://a.acme.example${PATH}`,
      `http://b.acme.example${PATH.toUpperCase()}?auth_key=1-0-0-${V}#x`,
      `https://a.acme.example/202611240251/${V}${PATH}`,
      `https://outin-1234abcd.oss-cn-shanghai.aliyuncs.com${PATH}`,
    ].map(key);
    expect(new Set(keys).size).toBe(1);
    expect(key(`https://stranger.example${PATH}`)).not.toBe(keys[0]);
  });

  it('is the same for any other name only on one host and in the same letter case', () => {
    const banner = key('https://a.acme.example/cover/banner.png');
    expect(key('http://A.acme.example/cover/banner.png?w=2')).toBe(banner);
    expect(key('https://b.acme.example/cover/banner.png')).not.toBe(banner);
    expect(key('https://a.acme.example/cover/Banner.png')).not.toBe(banner);
  });

  it('also works for addresses that VOD did not make, and for other text', () => {
    expect(key('https://a.acme.example/x.txt?y')).toBe(key('http://a.acme.example/x.txt'));
    expect(key('nothing')).toBe('nothing');
  });
});

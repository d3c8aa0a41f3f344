import { describe, expect, it } from 'vitest';
import type { Report } from '../../page/report.ts';
import { identity, recognise } from '../../spotting/shapes.ts';
import type { Sighting } from '../../spotting/sighting.ts';
import { packReport, unpackReport } from './packed-report.ts';

const HASH = 'ca4bb3dbed15443e5f3b08f4b3c8d4aa';

const found = (address: string, more: Partial<Sighting> = {}): Sighting => {
  const recognised = recognise(address);
  if (recognised === undefined) throw new Error(address);
  const { kind, certainty, videoId } = recognised;
  return {
    key: identity(recognised),
    kind,
    certainty,
    addresses: [address],
    carriers: ['img'],
    ...(videoId !== undefined && { videoId }),
    ...more,
  };
};

const report = (...sightings: Sighting[]): Report => ({
  document: '1-2-3-4',
  number: 3,
  page: 'https://shop.example/',
  sightings,
  capped: 200_000,
});

describe('a packed report', () => {
  it.each([
    ['an ordinary image', found(`https://v.example/image/default/${HASH.toUpperCase()}-6-2.png`)],
    ['a query', found(`http://V.example/image/default/${HASH}-6-2.png?auth_key=1-0-0-${HASH}#x`)],
    ['a prefix', found(`https://v.example/202611240251/${HASH}/image/default/${HASH}-6-2.png`)],
    ['a snapshot of a video', found(`https://v.example/${HASH}/snapshots/${HASH}-00001.jpg`)],
    ['a name without a hash', found('https://v.example/covers/Spring.jpg')],
    [
      'another carrier',
      found(`https://v.example/image/default/${HASH}-6-2.png`, { carriers: ['poster'] }),
    ],
    ['no carrier', found(`https://v.example/image/default/${HASH}-6-2.png`, { carriers: [] })],
    [
      'several addresses and carriers',
      found(`https://v.example/image/cover/${HASH}-6-2.png`, {
        addresses: [
          `https://v.example/image/cover/${HASH}-6-2.png`,
          `http://v.example/image/cover/${HASH}-6-2.png`,
        ],
        carriers: ['img', 'poster'],
      }),
    ],
    [
      'an id',
      {
        key: `image-id:${HASH}`,
        kind: 'image-id',
        certainty: 'strict',
        addresses: [],
        imageId: HASH,
        carriers: ['script'],
      },
    ],
  ] satisfies [string, Sighting][])('is the same after unpacking: %s', (_, sighting) => {
    expect(unpackReport(packReport(report(sighting)))).toEqual(report(sighting));
  });

  it('is little longer than its addresses', () => {
    const address = `https://v.example/image/default/${HASH.toUpperCase()}-6-2.png`;
    const many = report(...Array<Sighting>(100).fill(found(address)));
    expect(packReport(many).length).toBeLessThan(100 * (address.length + 20) + 100);
  });
});

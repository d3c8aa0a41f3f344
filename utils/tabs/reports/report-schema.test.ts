import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { address as anyAddress } from '../../spotting/arbitraries.ts';
import { startLedger } from '../../spotting/ledger.ts';
import { recognise } from '../../spotting/shapes.ts';
import { type Sighting, sightingOf } from '../../spotting/sighting.ts';
import { reportSchema } from './report-schema.ts';

const V = '5f310b5d479a71eef078124768e40102';
const H = 'b40651c803f347371d06afdce7d3d218';
const IMAGE = `https://v.example/image/default/${H}-6-2.png`;
const SNAPSHOT = `https://v.example/${V}/snapshots/${H}-00001.jpg`;

/** A sighting as a document's spotter creates it. */
function sighting(...addresses: string[]): Sighting {
  const ledger = startLedger();
  for (const address of addresses) {
    const image = recognise(address);
    if (image) ledger.add(sightingOf(image, ['img']));
  }
  const [only] = ledger.all();
  if (!only) throw new Error(addresses.join());
  return only;
}

function passed(...sightings: unknown[]): readonly Sighting[] {
  return v.parse(reportSchema, {
    document: '1-22-333-4444',
    number: 0,
    page: 'https://site.example/',
    sightings,
  }).sightings;
}

const image = sighting(IMAGE, `${IMAGE}?w=2`, IMAGE.toUpperCase());
const snapshot = sighting(SNAPSHOT);
const loose = sighting('https://v.example/covers/Cat.jpg');
const id = {
  key: `image-id:${H}`,
  kind: 'image-id',
  certainty: 'strict',
  addresses: [],
  imageId: H,
  carriers: ['script'],
};
const videoId = {
  key: `video-id:${V}`,
  kind: 'video-id',
  certainty: 'strict',
  addresses: [],
  videoId: V,
  carriers: [],
};

describe('a report', () => {
  it('passes as a spotter creates it', () => {
    const all = [image, snapshot, loose, id, videoId];
    expect(passed(...all)).toEqual(all);
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(passed(sighting(address))).toHaveLength(1);
      }),
    );
  });

  it.each<[string, object]>([
    ['a text instead of an address', { ...image, addresses: ['nothing'] }],
    ['an address that VOD did not make', { ...image, addresses: ['https://v.example/a.png'] }],
    ['an address of another image', { ...image, addresses: [IMAGE, SNAPSHOT] }],
    ['no address', { ...image, addresses: [] }],
    ['another key', { ...image, key: `v.example/image/default/${V}-6-2.png` }],
    ['another kind', { ...image, kind: 'cover' }],
    ['another certainty', { ...loose, certainty: 'strict' }],
    ['a VideoId that its address does not contain', { ...image, videoId: V }],
    ['another video', { ...snapshot, videoId: H }],
    ['an ImageId', { ...image, imageId: H }],
    ['an id under another key', { ...id, key: `image-id:${V}` }],
    ['an id without its id', { ...videoId, videoId: undefined }],
    ['an id with an address', { ...id, addresses: [IMAGE] }],
    ['two ids', { ...id, videoId: V }],
    ['an unknown kind', { ...image, kind: 'password' }],
    ['an extra field', { ...image, element: 'x' }],
    ['nothing', {}],
  ])('loses a sighting with %s, and only that', (_what, bad) => {
    expect(passed(image, bad, snapshot)).toEqual([image, snapshot]);
  });
});

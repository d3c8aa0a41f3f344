import { describe, expect, it } from 'vitest';
import type { CarrierId } from '../spotting/carriers/index.ts';
import { recognise } from '../spotting/shapes.ts';
import { sightingOf } from '../spotting/sighting.ts';
import { pageItems } from './page-items.ts';
import type { PageSighting } from './reports/page-sightings.ts';

const V = '5f310b5d479a71eef078124768e40102';
const PATH = `/${V}/snapshots/ca4bb3dbed15443e5f3b08f4b3c8d4aa-00001.jpg`;

function sighting(address: string, carrier: CarrierId = 'img'): PageSighting {
  const found = recognise(address);
  if (!found) throw new Error(address);
  return { ...sightingOf(found, [carrier]), page: 'https://site.example/' };
}

describe('the items of a page', () => {
  it('has one row for a path that several own hosts serve', () => {
    const items = pageItems(
      [
        sighting(`https://v.example.com${PATH}`),
        sighting(`http://w.example.com${PATH}?auth_key=1-0-0-${V}`, 'poster'),
        sighting(`https://w.example.com/202611240251/${V}${PATH}`, 'script'),
      ],
      ['*.example.com'],
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      standing: 'mine',
      key: `v.example.com${PATH}`,
      carriers: ['img', 'poster', 'script'],
    });
    expect(items[0]?.addresses).toHaveLength(3);
  });

  it('has separate rows for the same path on hosts of others', () => {
    const items = pageItems(
      [sighting(`https://a.example${PATH}`), sighting(`https://b.example${PATH}`)],
      ['v.example.com'],
    );
    expect(items.map(({ standing }) => standing)).toEqual(['unknown', 'unknown']);
  });

  it('has separate rows for images with the same name without a hash', () => {
    const addresses = [
      'https://a.acme.example/cover/banner.png',
      'https://b.acme.example/cover/banner.png',
      'https://a.acme.example/cover/Banner.png',
    ];
    const items = pageItems(
      addresses.map((address) => sighting(address)),
      ['*.acme.example'],
    );
    expect(items.map((item) => item.addresses)).toEqual(addresses.map((address) => [address]));
  });

  it('leaves out look-alikes', () => {
    expect(pageItems([sighting('https://a.example/covers/a.jpg')], ['v.example.com'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { exportItems } from './export.ts';
import { type Item, itemById } from './item.ts';

const address = 'https://img.example.com/image/default/0123456789ABCDEF0123456789ABCDEF-6-2.png';
const id = '0123456789abcdef0123456789abcdef';

describe('exportItems', () => {
  it.each([
    `${address}?auth_key=1790000000-0-0-${id}`,
    `${address}?Expires=1790000000&OSSAccessKeyId=LTAI5tFake&Signature=abc%3D#top`,
    address.replace('/image/', `/202611240251/${id}/image/`),
  ])('leaves out the signature: %s', (signed) => {
    const [item] = exportItems([
      {
        key: 'a',
        kind: 'image',
        certainty: 'strict',
        standing: 'mine',
        addresses: [signed],
        carriers: [],
      },
    ]).items;
    expect(item?.url).toBe(address);
  });

  it('exports one entry for each item and leaves out absent fields', () => {
    const items: Item[] = [
      {
        key: 'a',
        kind: 'image',
        certainty: 'strict',
        standing: 'mine',
        addresses: [address, `${address}?auth_key=1`],
        carriers: ['img', 'picture'],
        page: 'https://site.example/',
      },
      itemById('image-id', id),
    ];
    const facts = { kind: 'image', standing: 'mine', carrier: 'img picture' };
    expect(exportItems(items)).toEqual({
      version: 1,
      items: [
        { url: address, ...facts, page: 'https://site.example/' },
        { kind: 'image-id', standing: 'unknown', imageId: id },
      ],
    });
    expect(Object.keys(exportItems(items).items[1] ?? {})).toEqual(['kind', 'standing', 'imageId']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VodInputError } from '../input.ts';
import { VodFormatError } from '../read.ts';
import { deleteImageById, deleteImageByUrl, deleteImagesOfVideo } from './delete-image.ts';
import { getImageInfos } from './get-image-infos.ts';
import { listSnapshots } from './list-snapshots.ts';

const PLAIN = 'https://cdn.example.com/image/default/41AE7ADABBE74F5DB1A4A3F9B20C8E11-6-2.png';

describe('deleteImageByUrl', () => {
  it('sends plain addresses raw, and encodes those that a list could not hold', () => {
    const awkward = ['a b', 'a,b', 'a%2Cb', 'é', '图'].map(
      (n) => `https://cdn.example.com/${n}.png`,
    );
    expect(deleteImageByUrl([PLAIN, ...awkward])).toMatchObject({
      action: 'DeleteImage',
      parameters: {
        DeleteImageType: 'ImageURL',
        ImageURLs: [PLAIN, ...awkward.map(encodeURIComponent)].join(','),
      },
    });
  });

  it('sends exactly the addresses it was given', () => {
    const address = fc
      .string({ unit: fc.constantFrom(..."ab0,% +*~'é图😀-_.", '%2C'), minLength: 1 })
      .map((name) => `https://cdn.example.com/image/${name.trim()}x.png`);
    fc.assert(
      fc.property(fc.uniqueArray(address, { minLength: 1, maxLength: 20 }), (addresses) => {
        const { ImageURLs, ...rest } = deleteImageByUrl(addresses).parameters;
        const items = (ImageURLs ?? '').split(',');
        const decoded = items.map((i) => (i.startsWith('https%3A') ? decodeURIComponent(i) : i));
        expect(decoded).toEqual(addresses);
        expect(rest).toEqual({ DeleteImageType: 'ImageURL' });
      }),
    );
  });

  it('refuses what VOD would refuse', () => {
    expect(() => deleteImageByUrl([])).toThrow(VodInputError);
    expect(() => deleteImageByUrl([PLAIN, PLAIN])).toThrow('duplicate at item 1');
    expect(() => deleteImageByUrl([`${PLAIN}?x=1`])).toThrow('address-has-query at item 0');
  });
});

describe('deleteImageById', () => {
  it('sends up to 20 ids', () => {
    const ids = Array.from({ length: 20 }, (_, i) => `id${i}`);
    expect(deleteImageById(ids).parameters).toEqual({
      DeleteImageType: 'ImageId',
      ImageIds: ids.join(','),
    });
    expect(() => deleteImageById([...ids, 'more'])).toThrow('too-many');
    expect(() => deleteImageById(['a,b'])).toThrow('id-malformed at item 0');
  });
});

describe('deleteImagesOfVideo', () => {
  it('sends one video and its types', () => {
    expect(deleteImagesOfVideo('v1', ['All']).parameters).toEqual({
      DeleteImageType: 'VideoId',
      VideoId: 'v1',
      ImageType: 'All',
    });
    expect(deleteImagesOfVideo('v1', ['SpriteSnapshot', 'CoverSnapshot']).parameters).toMatchObject(
      {
        ImageType: 'SpriteSnapshot,CoverSnapshot',
      },
    );
  });

  it('refuses two videos, and All beside another type', () => {
    expect(() => deleteImagesOfVideo('v1,v2', ['All'])).toThrow('id-malformed');
    // @ts-expect-error All stands alone
    expect(() => deleteImagesOfVideo('v1', ['CoverSnapshot', 'All'])).toThrow('all-not-alone');
    // @ts-expect-error a set is not empty
    expect(() => deleteImagesOfVideo('v1', [])).toThrow('empty');
  });

  it('makes nothing of the answer', () => {
    expect(deleteImagesOfVideo('v1', ['All']).read({ RequestId: 'r' })).toBeUndefined();
  });
});

describe('getImageInfos', () => {
  const operation = getImageInfos(['a', 'b']);

  it('asks for the ids', () => {
    expect(operation).toMatchObject({ action: 'GetImageInfos', parameters: { ImageIds: 'a,b' } });
    expect(() => getImageInfos([])).toThrow('empty');
  });

  it('reads what VOD knows, whatever the letter case and the unknown fields', () => {
    const body = {
      RequestId: 'r',
      imageInfo: [
        {
          ImageId: 'a',
          URL: 'https://cdn.example.com/a.png',
          Title: 'cat',
          CreationTime: '2018-11-21T02:37:23Z',
          Tags: null,
          CateId: 100,
          Mezzanine: { FileSize: '8932', Width: 480, Height: null, OriginalFileName: 'a.png' },
        },
      ],
      NonExistImageIds: ['b'],
    };
    expect(operation.read(body)).toEqual({
      images: [
        {
          imageId: 'a',
          url: 'https://cdn.example.com/a.png',
          title: 'cat',
          creationTime: '2018-11-21T02:37:23Z',
          fileName: 'a.png',
          fileSize: 8932,
          width: 480,
        },
      ],
      missing: ['b'],
    });
  });

  it('takes one list without the other, but not neither', () => {
    expect(operation.read({ NonExistImageIds: ['a', 'b'] })).toEqual({
      images: [],
      missing: ['a', 'b'],
    });
    expect(operation.read({ ImageInfo: [] })).toEqual({ images: [], missing: [] });
    expect(() => operation.read({ RequestId: 'r' })).toThrow(VodFormatError);
  });

  it('refuses any other body with a VodFormatError', () => {
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i++) deep = { deep };
    for (const body of [null, 'x', 7, [], { ImageInfo: [{}] }, { ImageInfo: 'a' }, deep]) {
      expect(() => operation.read(body)).toThrow(VodFormatError);
    }
  });
});

describe('listSnapshots', () => {
  const input = { videoId: 'v1', type: 'NormalSnapshot', page: 2, pageSize: 100 } as const;
  const operation = listSnapshots(input);

  it('asks for a page', () => {
    expect(operation).toMatchObject({
      action: 'ListSnapshots',
      parameters: { VideoId: 'v1', SnapshotType: 'NormalSnapshot', PageNo: '2', PageSize: '100' },
    });
  });

  it.each([
    [{ ...input, videoId: 'a,b' }, 'id-malformed'],
    [{ ...input, page: 0 }, 'page-out-of-range'],
    [{ ...input, page: 1.5 }, 'page-out-of-range'],
    [{ ...input, pageSize: 101 }, 'page-out-of-range'],
  ])('refuses %j', (wrong, code) => {
    expect(() => listSnapshots(wrong)).toThrow(code);
  });

  it('reads a page', () => {
    const Snapshot = [
      { Index: 101, Url: 'https://cdn.example.com/v1/snapshots/normal/a00101.jpg' },
      { Index: '102', Url: 'https://cdn.example.com/v1/snapshots/normal/a00102.jpg' },
    ];
    const read = {
      total: 102,
      snapshots: [
        { index: 101, url: 'https://cdn.example.com/v1/snapshots/normal/a00101.jpg' },
        { index: 102, url: 'https://cdn.example.com/v1/snapshots/normal/a00102.jpg' },
      ],
    };
    const job = { Total: 102, JobId: 'j', Regular: '{"SnapshotCount":102}' };
    expect(operation.read({ MediaSnapshot: { ...job, Snapshots: { Snapshot } } })).toEqual(read);
    expect(operation.read({ mediaSnapshot: { ...job, snapshots: Snapshot } })).toEqual(read);
    expect(operation.read({ MediaSnapshot: { Total: 0 } })).toEqual({ total: 0, snapshots: [] });
    expect(() => operation.read({ RequestId: 'r' })).toThrow(VodFormatError);
  });
});

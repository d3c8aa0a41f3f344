// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchFrom } from './client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { call, deleteUrls, found, json, verdict } from './testing.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const image = (index: number) => found(sandbox.accounts[0].images[index]);
const plain = (index: number): string => image(index).addresses.plain;
const video = () => found(sandbox.accounts[0].videos[0]);
const remove = (parameters: Record<string, string>) => call(sandbox, 'DeleteImage', parameters);
const kinds = (): Record<string, number> =>
  Object.fromEntries(
    Object.entries(video().snapshots).map(([kind, list]) => [
      kind,
      list.filter(({ addresses }) => sandbox.exists(addresses.plain)).length,
    ]),
  );

describe('DeleteImage by address', () => {
  test('deletes the named images and nothing else', async () => {
    const reply = await deleteUrls(sandbox, [plain(0), plain(7)]);
    expect(reply.status).toBe(200);
    expect(Object.keys(json(reply))).toEqual(['RequestId']);
    const gone = sandbox.accounts[0].images.filter(
      ({ addresses }) => !sandbox.exists(addresses.plain),
    );
    expect(gone).toEqual([image(0), image(7)]);
  });

  test('accepts any host of the account, http, and percent-encoded whole addresses', async () => {
    const guarded = image(2).addresses.signed.replace(/\?.*/, '');
    const items = [
      image(1).addresses.bucket,
      guarded,
      plain(3).replace('https:', 'http:'),
      encodeURIComponent(plain(4)),
    ];
    expect(verdict(await deleteUrls(sandbox, items))).toBe('200');
    expect([1, 2, 3, 4].some((index) => sandbox.exists(plain(index)))).toBe(false);
  });

  test.each<[string, () => string]>([
    ['of another account', () => found(sandbox.accounts[1].images[0]).addresses.plain],
    ["on another account's domain", () => plain(0).replace('vod.acme-video', 'video.other-studio')],
    ["on nobody's domain", () => plain(0).replace('acme-video', 'nobody')],
    ['with a query', () => `${plain(0)}?x=1`],
    ['with an empty query', () => `${plain(0)}?`],
    ['with a fragment', () => `${plain(0)}#top`],
    ['signed', () => image(0).addresses.signed],
    ['without a scheme', () => plain(0).replace('https:', '')],
    ['of a snapshot', () => found(video().snapshots.NormalSnapshot[0]).addresses.plain],
    [
      'of a snapshot that is a cover',
      () => found(video().snapshots.CoverSnapshot[0]).addresses.plain,
    ],
    ['of an ordinary file', () => 'https://vod.acme-video.example/assets/logo.png'],
    ['of no file', () => plain(0).replace('-6-2', '-6-3')],
    ['in lower case', () => plain(0).replace(/[0-9A-F]{32}/, (hex) => hex.toLowerCase())],
  ])('an address %s does not exist, and nothing of its call is deleted', async (_, address) => {
    expect(verdict(await deleteUrls(sandbox, [plain(5), address()]))).toBe('404 NoSuchResource');
    expect(sandbox.exists(plain(5))).toBe(true);
    expect(sandbox.exists(plain(0))).toBe(true);
  });

  test('a second deletion of the same image is refused', async () => {
    await deleteUrls(sandbox, [plain(0)]);
    expect(verdict(await deleteUrls(sandbox, [plain(0)]))).toBe('404 NoSuchResource');
  });

  test('20 items are accepted, 21 are refused', async () => {
    const all = Array.from({ length: 21 }, (_, index) => plain(index));
    expect(verdict(await deleteUrls(sandbox, all))).toBe('400 InvalidParameter');
    expect(verdict(await deleteUrls(sandbox, all.slice(0, 20)))).toBe('200');
  });
});

test('DeleteImage by ImageId', async () => {
  const ids = [image(0).imageId, image(1).imageId].join(',');
  expect(verdict(await remove({ DeleteImageType: 'ImageId', ImageIds: ids }))).toBe('200');
  expect(sandbox.exists(plain(0)) || sandbox.exists(plain(1))).toBe(false);
  const mixed = `${image(2).imageId},${image(0).imageId}`;
  expect(verdict(await remove({ DeleteImageType: 'ImageId', ImageIds: mixed }))).toBe(
    '404 NoSuchResource',
  );
  expect(sandbox.exists(plain(2))).toBe(true);
  const foreign = found(sandbox.accounts[1].images[0]).imageId;
  expect(verdict(await remove({ DeleteImageType: 'ImageId', ImageIds: foreign }))).toBe(
    '404 NoSuchResource',
  );
});

describe('DeleteImage by VideoId', () => {
  const byVideo = (ImageType: string, VideoId = video().videoId) =>
    remove({ DeleteImageType: 'VideoId', VideoId, ImageType });
  const whole = {
    CoverSnapshot: 2,
    NormalSnapshot: 7,
    SpriteSnapshot: 2,
    SpriteOriginSnapshot: 4,
    WebVttSnapshot: 1,
  };

  test.each(['CoverSnapshot', 'NormalSnapshot', 'SpriteSnapshot', 'SpriteOriginSnapshot'])(
    'removes only %s, and only once',
    async (kind) => {
      expect(kinds()).toEqual(whole);
      expect(verdict(await byVideo(kind))).toBe('200');
      expect(kinds()).toEqual({ ...whole, [kind]: 0 });
      expect(verdict(await byVideo(kind))).toBe('404 NoSuchResource');
    },
  );

  test('removes several kinds, or all except the WebVTT file', async () => {
    expect(verdict(await byVideo('CoverSnapshot,SpriteSnapshot'))).toBe('200');
    expect(kinds()).toEqual({ ...whole, CoverSnapshot: 0, SpriteSnapshot: 0 });
    expect(verdict(await byVideo('All'))).toBe('200');
    expect(Object.values(kinds())).toEqual([0, 0, 0, 0, 1]);
  });

  test('an unknown or foreign video does not exist', async () => {
    expect(verdict(await byVideo('All', 'f'.repeat(32)))).toBe('404 NoSuchResource');
    const foreign = found(sandbox.accounts[1].videos[0]).videoId;
    expect(verdict(await byVideo('All', foreign))).toBe('404 NoSuchResource');
  });

  test.each(['Cover', 'coversnapshot', 'WebVttSnapshot', 'All,CoverSnapshot', 'CoverSnapshot,'])(
    'the ImageType %s is refused',
    async (kind) => {
      expect(verdict(await byVideo(kind))).toBe('400 InvalidParameter');
      expect(kinds()).toEqual(whole);
    },
  );

  test('several videos are refused', async () => {
    const both = sandbox.accounts[0].videos.slice(0, 2).map(({ videoId }) => videoId);
    expect(verdict(await byVideo('All', both.join(',')))).toBe('400 InvalidParameter');
  });
});

describe('DeleteImage refuses missing and wrong parameters', () => {
  test.each<[string, Record<string, string>]>([
    ['MissingParameter', {}],
    ['InvalidParameter', { DeleteImageType: 'Url' }],
    ['MissingParameter', { DeleteImageType: 'ImageURL' }],
    ['MissingParameter', { DeleteImageType: 'ImageURL', ImageURLs: '' }],
    ['MissingParameter', { DeleteImageType: 'ImageId' }],
    ['MissingParameter', { DeleteImageType: 'VideoId', VideoId: 'v' }],
    ['MissingParameter', { DeleteImageType: 'VideoId', ImageType: 'All' }],
    [
      'InvalidParameter',
      { DeleteImageType: 'ImageURL', ImageURLs: 'https://a.example/', ImageIds: 'i' },
    ],
    [
      'InvalidParameter',
      { DeleteImageType: 'ImageURL', ImageURLs: 'https://a.example/', ImageType: 'All' },
    ],
    ['InvalidParameter', { DeleteImageType: 'ImageId', ImageIds: 'i', ImageType: 'All' }],
    ['InvalidParameter', { DeleteImageType: 'ImageId', ImageIds: 'i', VideoId: 'v' }],
    ['InvalidParameter', { DeleteImageType: 'ImageId', ImageIds: 'i,,j' }],
    [
      'InvalidParameter',
      { DeleteImageType: 'VideoId', VideoId: 'v', ImageType: 'All', ImageIds: 'i' },
    ],
  ])('%s: %j', async (code, parameters) => {
    expect(verdict(await remove(parameters))).toBe(`400 ${code}`);
  });
});

test('GetImageInfos returns existing images and lists unknown ids', async () => {
  await deleteUrls(sandbox, [plain(1)]);
  const { videoId } = video();
  const ImageIds = [image(0).imageId, image(1).imageId, videoId].join(',');
  const answer = json(await call(sandbox, 'GetImageInfos', { ImageIds }));
  expect(answer.NonExistImageIds).toEqual([image(1).imageId, videoId]);
  expect(answer.ImageInfo).toEqual([
    expect.objectContaining({
      ImageId: image(0).imageId,
      URL: plain(0),
      Title: image(0).title,
      Status: 'Normal',
      StorageLocation: sandbox.accounts[0].bucket,
      Mezzanine: expect.objectContaining({ Width: 640, Height: 400 }),
    }),
  ]);
  const many = Array.from({ length: 21 }, (_, index) => `id${index}`).join(',');
  expect(verdict(await call(sandbox, 'GetImageInfos', { ImageIds: many }))).toBe(
    '400 InvalidParameter',
  );
  expect(verdict(await call(sandbox, 'GetImageInfos', {}))).toBe('400 MissingParameter');
});

interface MediaSnapshot {
  readonly Total: number;
  readonly Regular: string;
  readonly Snapshots: {
    readonly Snapshot: readonly { readonly Index: number; readonly Url: string }[];
  };
}

test('ListSnapshots lists one kind in pages, with addresses that work', async () => {
  const list = async (more: Record<string, string>) => {
    const reply = await call(sandbox, 'ListSnapshots', { VideoId: video().videoId, ...more });
    return reply.status === 200 ? (json(reply).MediaSnapshot as MediaSnapshot) : verdict(reply);
  };
  expect(await list({})).toMatchObject({ Total: 2 });
  const paged = await list({ SnapshotType: 'NormalSnapshot', PageNo: '2', PageSize: '3' });
  expect(paged).toMatchObject({
    Total: 7,
    Snapshots: { Snapshot: [{ Index: 4 }, { Index: 5 }, { Index: 6 }] },
  });
  const { Regular, Snapshots } = paged as MediaSnapshot;
  expect(Regular).toContain('{SnapshotCount}.jpg');
  const first = found(Snapshots.Snapshot[0]);
  expect(new URL(first.Url).pathname).toBe(found(video().snapshots.NormalSnapshot[3]).path);
  expect((await fetchFrom(sandbox, first.Url)).headers['content-type']).toBe('image/jpeg');

  expect(await list({ SnapshotType: 'WebVttSnapshot' })).toMatchObject({ Total: 1 });
  expect(await list({ SnapshotType: 'Any' })).toBe('400 InvalidParameter');
  expect(await list({ PageSize: '101' })).toBe('400 InvalidParameter');
  expect(await list({ AuthTimeout: '60' })).toBe('400 InvalidParameter');
  expect(await list({ VideoId: 'f'.repeat(32) })).toBe('404 InvalidVideo.NotFound');
  await remove({ DeleteImageType: 'VideoId', VideoId: video().videoId, ImageType: 'All' });
  expect(await list({})).toBe('404 NoSuchResource');
});

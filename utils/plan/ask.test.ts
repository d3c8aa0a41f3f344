import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { clientOf } from '../../tests/drive/vod/acme.ts';
import { askVod } from './ask.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const client = (secret?: string) => clientOf(sandbox, secret === undefined ? {} : { secret });

describe('askVod', () => {
  it('distinguishes known ids from missing ones, over several calls, and deletes nothing', async () => {
    const known = sandbox.accounts[0].images.slice(0, 25).map(({ imageId }) => imageId);
    const foreign = sandbox.accounts[1].images[0]?.imageId ?? '';
    const asked = await askVod(client(), [...known, foreign], []);

    expect(Object.keys(asked.images).sort()).toEqual([...known].sort());
    expect(asked.missing).toEqual([foreign]);
    expect(asked.fault).toBeUndefined();
    expect(sandbox.calls.map(({ action }) => action)).toEqual(['GetImageInfos', 'GetImageInfos']);
  });

  it('says what VOD knows of an image', async () => {
    const [image] = sandbox.accounts[0].images;
    if (image === undefined) throw new Error('The sandbox has no image');
    const said = (await askVod(client(), [image.imageId], [])).images[image.imageId];
    expect(said).toMatchObject({ title: image.title, status: 'Normal', size: expect.any(Number) });
    expect(new URL(said?.address ?? '').pathname).toBe(image.path);
    expect(said?.cover ?? false).toBe(image.type === 'cover');
    expect(new Date(said?.created ?? 0).getUTCFullYear()).toBe(2026);
  });

  it('counts the images of a video by type', async () => {
    const [video] = sandbox.accounts[0].videos;
    if (video === undefined) throw new Error('The sandbox has no video');
    const asked = await askVod(client(), [], [video.videoId]);
    expect(asked.videos[video.videoId]).toEqual({
      CoverSnapshot: video.snapshots.CoverSnapshot.length,
      NormalSnapshot: video.snapshots.NormalSnapshot.length,
      SpriteSnapshot: video.snapshots.SpriteSnapshot.length,
      SpriteOriginSnapshot: video.snapshots.SpriteOriginSnapshot.length,
    });
  });

  it('says why it could not ask', async () => {
    const asked = await askVod(client('wrong'), ['0123456789abcdef0123456789abcdef'], []);
    expect(asked).toMatchObject({
      images: {},
      missing: [],
      unasked: ['0123456789abcdef0123456789abcdef'],
      fault: { kind: 'signature' },
    });
  });
});

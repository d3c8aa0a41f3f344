import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { clientOf } from '../../tests/drive/vod/acme.ts';
import { patientCalls, readingPace } from '../vod/patient-call.ts';
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

describe('the pace of asking', () => {
  /** Asks about so many images in simulated time; the fifth call is refused for rate. */
  async function asking(count: number) {
    let now = 0;
    const at: number[] = [];
    const sleep = async (ms: number) => {
      now += ms;
    };
    const answering = clientOf(sandbox, {
      fetch: async (input) => {
        at.push(now);
        if (at.length === 5) {
          const refusal = { RequestId: 'R-1', Code: 'Throttling.User', Message: 'Slower.' };
          return Response.json(refusal, { status: 400 });
        }
        const ids = new URL(String(input)).searchParams.get('ImageIds') ?? '';
        const body = { RequestId: 'R-1', ImageInfo: [], NonExistImageIds: ids.split(',') };
        return Response.json(body);
      },
    });
    const pace = readingPace({ now: () => now, sleep, random: () => 0 });
    const ids = Array.from({ length: count }, (_, index) => index.toString(16).padStart(32, '0'));
    const asked = await askVod(answering, ids, [], patientCalls({ pace, sleep }));
    return { asked, at, pace };
  }

  it('falls at a refusal for rate, and is regained while VOD answers', async () => {
    const soon = await asking(20 * 10);
    expect(soon.asked.unasked).toEqual([]);
    expect(soon.pace.rate).toBeLessThan(10);
    const later = await asking(20 * 100);
    expect(later.asked.unasked).toEqual([]);
    expect(later.pace.rate).toBe(10);
    const last = later.at.slice(-10);
    expect(((last.at(-1) ?? 0) - (last[0] ?? 0)) / 9).toBeCloseTo(100);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { clientOf } from '../../tests/drive/vod/acme.ts';
import { SNAPSHOT_TYPES } from '../vod/input.ts';
import { Pace } from '../vod/pace.ts';
import { patientCalls } from '../vod/patient-call.ts';
import { listedAs, listVideos } from './listed.ts';
import type { Target } from './target.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const client = (fetch?: typeof globalThis.fetch) =>
  clientOf(sandbox, fetch === undefined ? {} : { fetch });

const video = () => {
  const [first] = sandbox.accounts[0].videos;
  if (first === undefined) throw new Error('The sandbox has no video');
  return first;
};

const targetOf = (address: string, videoId = video().videoId): Target => ({
  by: 'url',
  address,
  snapshot: { videoId, types: ['NormalSnapshot'] },
});

/** Answers every type with so many snapshots, in pages as they are asked for. */
const long = (count: number) => async (input: string | URL | Request) => {
  const { searchParams } = new URL(String(input));
  const size = Number(searchParams.get('PageSize'));
  const from = (Number(searchParams.get('PageNo')) - 1) * size;
  const Snapshot = Array.from({ length: Math.max(0, Math.min(size, count - from)) }, (_, at) => ({
    Index: from + at + 1,
    Url: `https://outin.example/v/snapshots/normal/${from + at}.jpg?Signature=x`,
  }));
  const MediaSnapshot = { Total: count, Snapshots: { Snapshot } };
  return new Response(JSON.stringify({ RequestId: 'R-1', MediaSnapshot }));
};

describe('what VOD lists of a video', () => {
  it('is every image by its type, whichever host shows it, and nothing is deleted', async () => {
    const { videoId, snapshots } = video();
    const listed = await listVideos(client(), [videoId]);
    for (const type of SNAPSHOT_TYPES) {
      expect(snapshots[type].length).toBeGreaterThan(0);
      for (const { path } of snapshots[type])
        expect(listedAs(targetOf(`https://vod.acme-video.example${path}`), listed)).toBe(type);
    }
    expect(new Set(sandbox.calls.map(({ action }) => action))).toEqual(new Set(['ListSnapshots']));
  });

  it('does not have what is gone, or what it never had', async () => {
    const { videoId } = video();
    const listed = await listVideos(client(), [videoId]);
    const never = `https://vod.acme-video.example/${videoId}/snapshots/${'f'.repeat(32)}-00001.jpg`;
    expect(listedAs(targetOf(never), listed)).toBe('not-listed');
    const unknown = 'f'.repeat(32);
    const none = await listVideos(client(), [unknown]);
    expect(listedAs(targetOf(never, unknown), none)).toBe('not-listed');
  });

  it('is not known of videos that were not asked about, nor of other targets', async () => {
    const listed = await listVideos(client(), []);
    expect(listedAs(targetOf('https://vod.acme-video.example/a.jpg'), listed)).toBeUndefined();
    const id = { by: 'id', imageId: 'a' } as const;
    expect(listedAs(id, listed)).toBeUndefined();
  });

  it('is read page by page, and of a long list not to its end', async () => {
    const call = patientCalls({ pace: new Pace({ sleep: async () => {} }) });
    const of = async (count: number, name: number) => {
      const listed = await listVideos(client(long(count)), ['v'], call);
      return listedAs(targetOf(`https://cdn.example/v/snapshots/normal/${name}.jpg`, 'v'), listed);
    };
    expect(await of(250, 249)).toBe('SpriteOriginSnapshot');
    expect(await of(250, 250)).toBe('not-listed');
    expect(await of(501, 499)).toBe('SpriteOriginSnapshot');
    expect(await of(501, 500)).toBeUndefined();
  });

  it('ends at a refusal, with why', async () => {
    const refusal = JSON.stringify({ RequestId: 'R-1', Code: 'Forbidden.RAM', Message: 'No.' });
    let calls = 0;
    const refused = async () => {
      calls += 1;
      return new Response(refusal, { status: 403 });
    };
    const listed = await listVideos(client(refused), [video().videoId, 'a'.repeat(32)]);
    expect(listed).toMatchObject({ videos: {}, fault: { kind: 'forbidden' } });
    expect(calls).toBe(1);
  });
});

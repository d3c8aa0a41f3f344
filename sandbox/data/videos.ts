import type { Snapshot, SnapshotKind, Video } from './objects.ts';
import type { Picture } from './pictures.ts';
import type { Seeded } from './seeded.ts';

const frame = { width: 640, height: 360, format: 'jpg', columns: 1 } as const;

/** @returns The videos of an account, each with covers, snapshots, sprites and a WebVTT index. */
export function makeVideos(
  from: Seeded,
  account: string,
  titles: readonly string[],
  firstScene: number,
): readonly Video[] {
  return titles.map((title, index) => makeVideo(from, account, title, index, firstScene + index));
}

function makeVideo(
  from: Seeded,
  account: string,
  title: string,
  index: number,
  scene: number,
): Video {
  const label = `${account}/video/${index}`;
  const hex = (what: string): string => from.hex(`${label}/${what}`, 32);
  // VideoIds come in two forms: plain hex, and since 2022 with a fixed middle and end.
  const videoId =
    index % 2 === 0 ? hex('id') : `${hex('id').slice(0, 12)}71ee${hex('id').slice(12, 24)}0102`;
  const still = (moment: number): Picture => ({ ...frame, scenes: [{ number: scene, moment }] });
  const sheet = (first: number): Picture => ({
    width: 800,
    height: 360,
    format: 'jpg',
    columns: 5,
    scenes: Array.from({ length: 20 }, (_, tile) => ({
      number: scene,
      moment: (first + tile) * 0.3,
    })),
  });
  const snapshot = (kind: SnapshotKind, at: number, path: string, picture: Picture): Snapshot => ({
    videoId,
    kind,
    index: at,
    path: `/${videoId}/${path}`,
    content: { picture },
  });
  const numbered = (at: number): string => String(at).padStart(5, '0');
  const one = (length: number): readonly number[] => Array.from({ length }, (_, at) => at + 1);
  const firstFrame = [
    hex('first').slice(0, 8).toUpperCase(),
    `1${hex('first').slice(8, 18).toUpperCase()}`,
    '1103',
    '1445',
    '334',
    `${from.whole(`${label}/tail`, 10_000, 99_999)}${numbered(1)}`,
  ].join('-');
  return {
    videoId,
    title,
    created: new Date(Date.UTC(2026, 1, 3 + index, 9, 30)).toISOString().replace('.000', ''),
    seconds: from.whole(`${label}/seconds`, 180, 1500),
    playPath: `/${videoId}/${hex('play')}-${hex('stream')}-ld.mp4`,
    snapshots: [
      ...one(2).map((at) =>
        snapshot('CoverSnapshot', at, `covers/${hex('cover')}-${numbered(at)}.jpg`, still(at)),
      ),
      ...one(6).map((at) =>
        snapshot(
          'NormalSnapshot',
          at,
          `snapshots/${hex('normal')}-${numbered(at)}.jpg`,
          still(at + 2),
        ),
      ),
      snapshot('NormalSnapshot', 7, `snapshots/normal/${firstFrame}.jpg`, still(0)),
      ...one(2).map((at) =>
        snapshot('SpriteSnapshot', at, `covers/sprite/${hex('sprite')}-${at}.jpg`, sheet(at * 20)),
      ),
      ...one(4).map((at) =>
        snapshot(
          'SpriteOriginSnapshot',
          at,
          `snapshots/sprite/${hex('sprite')}-${numbered(at)}.jpg`,
          still(at * 0.3),
        ),
      ),
      {
        videoId,
        kind: 'WebVttSnapshot',
        index: 1,
        path: `/${videoId}/snapshots/webvtt/${firstFrame}.vtt`,
        content: { bytes: webVtt(hex('sprite')), type: 'text/vtt' },
      },
    ],
  };
}

function webVtt(sprite: string): Buffer {
  const cues = Array.from({ length: 4 }, (_, tile) => {
    const second = (value: number): string => `00:00:${String(value).padStart(2, '0')}.000`;
    return `${second(tile * 10)} --> ${second(tile * 10 + 10)}\n${sprite}-1.jpg#xywh=${tile * 160},0,160,90`;
  });
  return Buffer.from(`WEBVTT\n\n${cues.join('\n\n')}\n`);
}

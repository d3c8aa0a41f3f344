import { makeImages } from './images.ts';
import { type AccessKey, acmeKeys, otherKeys } from './keys.ts';
import type { UploadedImage, Video } from './objects.ts';
import { seeded } from './seeded.ts';
import { makeVideos } from './videos.ts';

/** A domain that serves an account's files through the CDN. */
export interface Domain {
  readonly host: string;
  /** If set, the CDN requires a type-A signature with this key. */
  readonly authKey?: string;
}

export interface Account {
  readonly name: string;
  readonly region: string;
  readonly bucket: string;
  readonly domains: readonly Domain[];
  readonly keys: readonly AccessKey[];
  readonly images: readonly UploadedImage[];
  readonly videos: readonly Video[];
}

export interface DataOptions {
  readonly seed: number;
  /** How many images the first account has uploaded. */
  readonly images: number;
  /** How many videos the first account has uploaded. */
  readonly videos: number;
  /** The time of creation, in milliseconds since 1970. Expiry times count from it. */
  readonly now: number;
}

const region = 'cn-shanghai';

const courses = [
  'Reading the light',
  'Water and reflections',
  'Close to the ground',
  'Above the tree line',
  'Shape and colour',
] as const;

/** @returns The title of a course, with a number from its first repetition on. */
function videoTitle(index: number): string {
  const title = courses[index % courses.length] ?? courses[0];
  return index < courses.length ? title : `${title} ${Math.floor(index / courses.length) + 1}`;
}

/** Makes the two accounts with everything that they hold. */
export function makeAccounts({
  seed,
  images,
  videos,
  now,
}: DataOptions): readonly [Account, Account] {
  const from = seeded(seed);
  const bucket = (name: string): string =>
    `outin-${from.hex(`${name}/bucket`, 32)}.oss-${region}.aliyuncs.com`;
  return [
    {
      name: 'Acme Video',
      region,
      bucket: bucket('acme'),
      domains: [
        { host: 'vod.acme-video.example' },
        { host: 'media.acme-learning.example', authKey: from.hex('acme/auth', 24) },
      ],
      keys: acmeKeys(now),
      images: makeImages(from, 'acme', images, 0),
      videos: makeVideos(
        from,
        'acme',
        Array.from({ length: videos }, (_, index) => videoTitle(index)),
        800,
      ),
    },
    {
      name: 'Other Studio',
      region,
      bucket: bucket('other'),
      domains: [{ host: 'video.other-studio.example' }],
      keys: otherKeys(),
      images: makeImages(from, 'other', 10, 400),
      videos: makeVideos(from, 'other', ['Night shift', 'Long exposure'], 900),
    },
  ];
}

import { makeImages } from './images.ts';
import type { UploadedImage, Video } from './objects.ts';
import { seeded } from './seeded.ts';
import { makeVideos } from './videos.ts';

/** An AccessKey, or an STS triple. */
export interface AccessKey {
  readonly label: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /** When the token ends, in milliseconds since 1970. */
  readonly expires?: number;
  readonly active: boolean;
  /** Actions that RAM refuses to this key, and how it says so. */
  readonly denied: readonly string[];
  readonly denial: 'Forbidden.RAM' | 'NoPermission';
}

/** A domain that serves an account's files through the CDN. */
export interface Domain {
  readonly host: string;
  /** With a key, the CDN asks for a type-A signature. */
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
  /** The time the data is made; tokens and signed addresses count from it. */
  readonly now: number;
}

const hour = 3_600_000;
const region = 'cn-shanghai';

/** Makes the two accounts with all they hold. */
export function makeAccounts({ seed, images, now }: DataOptions): readonly [Account, Account] {
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
        [
          'Reading the light',
          'Water and reflections',
          'Close to the ground',
          'Above the tree line',
          'Shape and colour',
        ],
        800,
      ),
    },
    {
      name: 'Other Studio',
      region,
      bucket: bucket('other'),
      domains: [{ host: 'video.other-studio.example' }],
      keys: [key('full', 'LTAI5tOtherStudioKey0001', 'OtherStudioSecretForSandbox001')],
      images: makeImages(from, 'other', 10, 400),
      videos: makeVideos(from, 'other', ['Night shift', 'Long exposure'], 900),
    },
  ];
}

function key(label: string, id: string, secret: string, more: Partial<AccessKey> = {}): AccessKey {
  return {
    label,
    accessKeyId: id,
    accessKeySecret: secret,
    active: true,
    denied: [],
    denial: 'Forbidden.RAM',
    ...more,
  };
}

function acmeKeys(now: number): readonly AccessKey[] {
  return [
    key('full', 'LTAI5tAcmeVideoFullKey01', 'AcmeVideoSecretForSandbox00001'),
    key('no-delete', 'LTAI5tAcmeVideoReader002', 'AcmeVideoSecretForSandbox00002', {
      denied: ['DeleteImage'],
    }),
    key('inactive', 'LTAI5tAcmeVideoRetired03', 'AcmeVideoSecretForSandbox00003', {
      active: false,
    }),
    key('sts', 'STS.NSandboxAcmeSession01', 'AcmeVideoSecretForSandbox00004', {
      securityToken: 'CAISsandbox/acme+session==01',
      expires: now + 12 * hour,
    }),
    key('sts-expired', 'STS.NSandboxAcmeSession02', 'AcmeVideoSecretForSandbox00005', {
      securityToken: 'CAISsandbox/acme+session==02',
      expires: now - hour,
    }),
    key('sts-no-delete', 'STS.NSandboxAcmeSession03', 'AcmeVideoSecretForSandbox00006', {
      securityToken: 'CAISsandbox/acme+session==03',
      expires: now + 12 * hour,
      denied: ['DeleteImage'],
      denial: 'NoPermission',
    }),
  ];
}

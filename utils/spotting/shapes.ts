import { LONGEST_READ } from './limits.ts';

/** What the shape of an address says of the image. */
export type ImageKind = 'image' | 'cover' | 'snapshot' | 'sprite';

/**
 * How sure the address alone makes us that VOD made it: `strict` needs nothing else, `loose` counts
 * only on a host that the account owns.
 */
export type Certainty = 'strict' | 'loose';

/** The address of a VOD image, and what it says of itself once its shape is known. */
export interface ImageAddress {
  readonly kind: ImageKind;
  readonly certainty: Certainty;
  /** Name of the row in the table of shapes, or `bucket` for other images on a VOD bucket. */
  readonly shape: string;
  /** Absolute http(s) address as it was seen, query kept. */
  readonly url: string;
  /** Lower case, with the port if there is one. */
  readonly host: string;
  /** Path without the CDN's signing prefix, letters as seen. */
  readonly path: string;
  /** 32 lower-case hex, where the path names the video. */
  readonly videoId?: string;
}

type Row = readonly [shape: string, kind: ImageKind, path: string, ending?: string];

/** The endings of image names, as a part of a pattern. */
export const IMAGE = 'jpe?g|png|gif|webp|hei[cf]|bmp|avif';

/**
 * Every form of address that VOD gives an image. `V` is a VideoId, `H` 32 hex, `X` one hex digit, `P`
 * the folder that VOD may have in a customer's bucket; `ending` replaces the image extensions. Rows
 * named `loose-` decide nothing unless the account owns the host.
 */
const TABLE: readonly Row[] = [
  ['upload', 'image', 'Pimage/default/H-6-2'],
  ['upload-cover', 'cover', 'Pimage/cover/H-6-2'],
  ['snapshot', 'snapshot', 'PV/snapshots/H-\\d{5}'],
  ['normal-snapshot', 'snapshot', 'PV/snapshots/normal/X{8}-X{11}-X{4}-X{4}-X{3}-X{5}\\d{5}'],
  ['cover-snapshot', 'cover', 'PV/covers/H-\\d{5}'],
  ['legacy-snapshot', 'snapshot', 'snapshot/V\\d{5}'],
  ['sprite', 'sprite', 'PV/(?:covers|snapshots)/sprite/H-\\d{1,5}'],
  ['animated', 'image', 'PV/image/dynamic/H', 'webp|gif'],
  ['ai', 'image', 'PV/image/ai/H-\\d{5}', 'gif|webp'],
  ['ims-cover', 'cover', 'PV/covers/ice-generated/H-cover'],
  ['editing-frame', 'snapshot', 'Pmaterial_big_snapshot/V\\d{5}'],
  ['watermark', 'image', 'Pwatermarks/X{16,40}-6-2'],
  ['loose-sprite', 'sprite', 'P(?:V/)?(?:covers|snapshots)/sprite/.+'],
  ['loose-cover', 'cover', 'P(?:(?:V/)?covers?|image/cover)/.+'],
  ['loose-snapshot', 'snapshot', 'P(?:(?:V/)?snapshots?|material_big_snapshot)/.+'],
  ['loose-image', 'image', 'P(?:image/default|V/image/\\w+|watermarks)/.+'],
];

type Shape = (typeof SHAPES)[number];

const SHAPES = TABLE.map(([shape, kind, path, ending = IMAGE]) => ({
  shape,
  kind,
  certainty: shape.startsWith('loose') ? ('loose' as const) : ('strict' as const),
  form: new RegExp(
    `^/${path
      .replace('P', '(?:vod-X{6}/)?')
      .replace('V', '(H)')
      .replaceAll('H', 'X{32}')
      .replaceAll('X', '[0-9a-f]')}\\.(?:${ending})$`,
    'i',
  ),
}));

const IMAGE_PATH = new RegExp(`\\.(?:${IMAGE})$`, 'i');

/**
 * The CDN's types B and C put a time and a hash, in either order, before the real path. On OSS itself,
 * and before a name without a hash, such folders are real.
 */
const SIGNING = /^\/(?:\d{12}\/[0-9a-f]{32}|[0-9a-f]{32}\/[0-9a-f]{8})(?=\/)/i;

const BUCKET =
  /^(?:outin-[0-9a-f]{8,64}|out-\d{8,20}-[0-9a-z]{6,16})\.(?:[a-z0-9-]+\.)?oss(?:-[a-z0-9-]+)?\.aliyuncs\.com(?::\d+)?$/i;

/** Whether VOD itself made the bucket that this host serves. */
export function isVodBucket(host: string): boolean {
  return BUCKET.test(host);
}

/**
 * Names the shape of an address, or nothing when VOD did not make it. The whole string must be the
 * address; a relative one needs the base it would be loaded against.
 */
export function recognise(address: string, base?: string): ImageAddress | undefined {
  const seen = address.trim();
  if (seen.length > LONGEST_READ) return;
  const parsed = URL.parse(seen, base);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return;
  if (!IMAGE_PATH.test(parsed.pathname)) return;
  const { host } = parsed;
  const path = objectPath(parsed);
  const url = /^https?:\/\/[^\t\n\r\\]+$/i.test(seen) ? seen : parsed.href;
  const onBucket = BUCKET.test(host);
  // Whatever image lies on a bucket that VOD made is one of VOD.
  const row: Partial<Shape> = rowOf(path) ?? {};
  const { kind = 'image', shape = 'bucket', certainty = 'strict', form } = row;
  if (shape === 'bucket' && !onBucket) return;
  const found = {
    kind,
    certainty: onBucket ? 'strict' : certainty,
    shape,
    url,
    host,
    path,
  } as const;
  const videoId = form?.exec(path)?.[1]?.toLowerCase();
  return videoId ? { ...found, videoId } : found;
}

function rowOf(path: string): Shape | undefined {
  return SHAPES.find(({ form }) => form.test(path));
}

function objectPath({ host, pathname }: URL): string {
  const path = pathname.replace(SIGNING, '');
  if (path === pathname || host.includes('.aliyuncs.com')) return pathname;
  return isNamedByHash(path) ? path : pathname;
}

/**
 * Whether a path alone tells its image from every other: it holds a hash, whose letter case says
 * nothing. Other names may stand on several hosts, in several cases, for several images.
 */
export function isNamedByHash(path: string): boolean {
  return rowOf(path)?.certainty === 'strict';
}

/** The key under which finds of one image are one sighting: no scheme, signature, query or fragment. */
export function identity({ host, path }: Pick<ImageAddress, 'host' | 'path'>): string {
  return host + (isNamedByHash(path) ? path.toLowerCase() : path);
}

/** The address that DeleteImage wants: no query, no fragment, no signing prefix. */
export function bareAddress(address: string): string {
  const parsed = URL.parse(address.trim());
  if (!parsed) return address;
  return `${parsed.protocol}//${parsed.host}${objectPath(parsed)}`;
}

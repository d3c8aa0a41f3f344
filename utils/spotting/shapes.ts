import { LONGEST_READ } from './limits.ts';

/** The kind of an image, known from the shape of its address. */
export type ImageKind = 'image' | 'cover' | 'snapshot' | 'sprite';

/**
 * How certain the address alone makes it that VOD made the image: `strict` needs nothing else,
 * `loose` counts only on a host that the account owns.
 */
export type Certainty = 'strict' | 'loose';

/** The address of a VOD image, and what its shape tells. */
export interface ImageAddress {
  readonly kind: ImageKind;
  readonly certainty: Certainty;
  /** Name of the row in the table of shapes, or `bucket` for other images on a VOD bucket. */
  readonly shape: string;
  /** Absolute http(s) address as it was seen, with its query. */
  readonly url: string;
  /** Lower case, with the port if there is one. */
  readonly host: string;
  /** Path without the CDN's signing prefix, in the letter case that was seen. */
  readonly path: string;
  /** 32 lower-case hex digits; absent when the path does not name the video. */
  readonly videoId?: string;
}

type Row = readonly [shape: string, kind: ImageKind, path: string, ending?: string];

/** The extensions of image files, as part of a regular expression. */
export const IMAGE = 'jpe?g|png|gif|webp|hei[cf]|bmp|avif';

/**
 * Every form of path that VOD uses for images. `V` is a VideoId, `H` 32 hex digits, `X` one hex
 * digit, `P` the folder that VOD may have in a customer's bucket; `ending` replaces the image
 * extensions. Rows named `loose-` count only when the account owns the host.
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
 * The CDN's signing types B and C put a time and a hash, in either order, before the real path. On
 * OSS itself, and before a name without a hash, such folders belong to the path.
 */
const SIGNING = /^\/(?:\d{12}\/[0-9a-f]{32}|[0-9a-f]{32}\/[0-9a-f]{8})(?=\/)/i;

const BUCKET =
  /^(?:outin-[0-9a-f]{8,64}|out-\d{8,20}-[0-9a-z]{6,16})\.(?:[a-z0-9-]+\.)?oss(?:-[a-z0-9-]+)?\.aliyuncs\.com(?::\d+)?$/i;

/** Whether this host serves a bucket that VOD itself created. */
export function isVodBucket(host: string): boolean {
  return BUCKET.test(host);
}

/**
 * Recognises the address of a VOD image. The whole string must be the address; a relative one needs
 * the base to resolve it against.
 * @returns undefined when VOD did not make it.
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
  // Every image on a bucket that VOD created is an image of VOD.
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
 * Whether a path alone identifies its image: it contains a hash, and letter case does not matter.
 * Any other path may mean another image on another host or in another letter case.
 */
export function isNamedByHash(path: string): boolean {
  return rowOf(path)?.certainty === 'strict';
}

/** The key that all sightings of one image share: no scheme, signature, query or fragment. */
export function identity({ host, path }: Pick<ImageAddress, 'host' | 'path'>): string {
  return host + (isNamedByHash(path) ? path.toLowerCase() : path);
}

/** The address as DeleteImage expects it: no query, no fragment, no signing prefix. */
export function bareAddress(address: string): string {
  const parsed = URL.parse(address.trim());
  if (!parsed) return address;
  return `${parsed.protocol}//${parsed.host}${objectPath(parsed)}`;
}

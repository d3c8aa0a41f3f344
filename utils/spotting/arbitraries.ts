import * as fc from 'fast-check';

/** Generators of addresses, for the property tests. */

function hex(length: number): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'),
    minLength: length,
    maxLength: length,
  });
}

const hash = hex(32);
const upper = hash.map((text) => text.toUpperCase());
const index = fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0'));
const upload = fc.constantFrom('png', 'jpg', 'jpeg', 'gif', 'webp', 'heic', 'JPG');

/** Paths of every strict shape. Where a path has a VideoId, it is the first 32 hex digits. */
export const shapes: Readonly<Record<string, fc.Arbitrary<string>>> = {
  upload: fc.tuple(upper, upload).map(([h, x]) => `/image/default/${h}-6-2.${x}`),
  'upload-cover': fc.tuple(upper, upload).map(([h, x]) => `/image/cover/${h}-6-2.${x}`),
  snapshot: fc.tuple(hash, hash, index).map(([v, h, i]) => `/${v}/snapshots/${h}-${i}.jpg`),
  'normal-snapshot': fc
    .tuple(hash, hex(8), hex(11), hex(4), hex(4), hex(3), hex(5), index)
    .map(
      ([v, a, b, c, d, e, f, i]) =>
        `/${v}/snapshots/normal/${`${a}-${b}-${c}-${d}-${e}-${f}`.toUpperCase()}${i}.jpg`,
    ),
  'cover-snapshot': fc.tuple(hash, hash, index).map(([v, h, i]) => `/${v}/covers/${h}-${i}.jpg`),
  'legacy-snapshot': fc.tuple(hash, index).map(([v, i]) => `/snapshot/${v}${i}.jpg`),
  sprite: fc
    .tuple(hash, hash, fc.constantFrom('covers', 'snapshots'), fc.integer({ min: 1, max: 999 }))
    .map(([v, h, folder, n]) => `/${v}/${folder}/sprite/${h}-${n}.jpg`),
  animated: fc
    .tuple(hash, hash, fc.constantFrom('webp', 'gif'))
    .map(([v, h, x]) => `/${v}/image/dynamic/${h}.${x}`),
  ai: fc.tuple(hash, hash, index).map(([v, h, i]) => `/${v}/image/ai/${h}-${i}.gif`),
  'ims-cover': fc.tuple(hash, hash).map(([v, h]) => `/${v}/covers/ice-generated/${h}-cover.png`),
  'editing-frame': fc.tuple(hash, index).map(([v, i]) => `/material_big_snapshot/${v}${i}.jpg`),
  watermark: upper.map((h) => `/watermarks/${h}-6-2.png`),
};

export const host = fc.oneof(
  fc.domain().map((name) => name.toLowerCase()),
  hash.map((name) => `outin-${name}.oss-cn-shanghai.aliyuncs.com`),
);

/** The queries that the CDN, OSS and pages append. */
export const query = fc.oneof(
  fc.constant(''),
  fc.constant('?auth_key='),
  fc
    .tuple(fc.integer({ min: 1e9, max: 2e9 }), fc.oneof(fc.constant('0'), hash), hash)
    .map(([at, random, md5]) => `?auth_key=${at}-${random}-0-${md5}`),
  fc
    .tuple(
      fc.integer({ min: 1e9, max: 2e9 }),
      hex(16),
      fc.base64String({ minLength: 8, maxLength: 28 }),
    )
    .map(
      ([at, id, signature]) =>
        `?Expires=${at}&OSSAccessKeyId=LTAI${id}&Signature=${encodeURIComponent(signature)}`,
    ),
  fc.constant('?x-oss-process=image/resize,w_300'),
  fc.constant('?v=2&lang=en#top'),
);

/** A complete address of any strict shape. */
export const address = fc
  .tuple(fc.constantFrom('http', 'https'), host, fc.oneof(...Object.values(shapes)), query)
  .map(([scheme, name, path, rest]) => `${scheme}://${name}${path}${rest}`);

/** The ways in which texts contain an address. */
export const escapes: Readonly<Record<string, (address: string) => string>> = {
  quoted: (a) => `{"cover":"${a}"}`,
  'single quotes, comma': (a) => `cover: '${a}',`,
  'JSON slashes': (a) => `{"cover":"${a.replaceAll('/', '\\/')}"}`,
  'JSON in JSON': (a) => JSON.stringify({ body: JSON.stringify({ cover: a }) }),
  'JSON in JSON with slashes': (a) =>
    JSON.stringify({ body: JSON.stringify({ cover: a }).replaceAll('/', '\\/') }),
  'JSON in JSON in JSON': (a) =>
    JSON.stringify({ b: JSON.stringify({ c: JSON.stringify({ d: a }) }) }),
  unicode: (a) => `"${a.replaceAll('/', '\\u002F').replaceAll('&', '\\u0026')}"`,
  'unicode in JSON': (a) => JSON.stringify(`"${a.replaceAll('/', '\\u002f')}"`),
  hex: (a) => `'${a.replaceAll('/', '\\x2F')}'`,
  entities: (a) => `<img src="${a.replaceAll('&', '&amp;')}">`,
  'entities twice': (a) => `&lt;img src=&quot;${a.replaceAll('&', '&amp;amp;')}&quot;&gt;`,
  'numeric entities': (a) => `"${a.replaceAll('/', '&#x2F;').replaceAll('&a', '&#38;a')}"`,
  'markup in JSON': (a) => JSON.stringify({ html: `<p><img src="${a}"></p>` }),
  'style sheet': (a) => `.a{background:url(${a}) no-repeat}`,
  macro: (a) => `see (image-${a}) there`,
  Markdown: (a) => `![picture](${a})`,
  XML: (a) => `<CoverURL>${a}</CoverURL>`,
  list: (a) => `https://x.example/a.jpg,${a},https://x.example/b.jpg`,
  'trailing backslash': (a) => `\\"${a}\\n`,
  table: (a) => `FileUrl|String|${a}|文件`,
  'Chinese sentence': (a) => `图片：${a}。下一张`,
  parameter: (a) => `https://x.example/?u=${encodeURIComponent(a)}&w=2`,
  'parameter twice': (a) => `https://x.example/?u=${encodeURIComponent(encodeURIComponent(a))}`,
};

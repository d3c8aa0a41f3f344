import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { host, query, shapes } from './arbitraries.ts';
import { bareAddress, identity, isVodBucket, recognise } from './shapes.ts';

const H = 'b40651c803f347371d06afdce7d3d218';
const V = '5f310b5d479a71eef078124768e40102';
const anyHost = fc.domain().map((name) => name.toLowerCase());
const withVideo = /snapshot|sprite|animated|^ai$|ims|frame/;

describe.each(Object.entries(shapes))('shape %s', (shape, path) => {
  it('is recognised under every host, prefix and query', () => {
    const prefix =
      shape === 'legacy-snapshot' ? fc.constant('') : fc.constantFrom('', '/vod-4e6588');
    fc.assert(
      fc.property(host, prefix, path, query, (name, own, form, rest) => {
        const url = `https://${name}${own}${form}${rest}`;
        const found = recognise(url);
        expect(found).toMatchObject({
          shape,
          certainty: 'strict',
          url,
          host: name,
          path: own + form,
        });
        expect(found?.videoId).toBe(
          withVideo.test(shape) ? /[0-9a-f]{32}/.exec(form)?.[0] : undefined,
        );
      }),
    );
  });

  it('is recognised behind the signing prefixes of the CDN, and is the same image', () => {
    fc.assert(
      fc.property(anyHost, path, (name, form) => {
        const bare = `http://${name}${form}`;
        for (const prefix of [`/202611240251/${H}`, `/${H}/5f1e2d3c`]) {
          const signed = `http://${name}${prefix}${form}`;
          const [one, two] = [recognise(signed), recognise(bare)];
          expect(one && identity(one)).toBe(two && identity(two));
          expect(bareAddress(`${signed}?a=1#b`)).toBe(bare);
        }
      }),
    );
  });

  it('is not strict with one wrong character', () => {
    const wrong = fc.tuple(fc.nat(), fc.constantFrom('g', 'z', '_', '~'));
    fc.assert(
      fc.property(anyHost, path, wrong, (name, form, [where, letter]) => {
        const at = 1 + (where % (form.length - 1));
        fc.pre(
          form[at]?.toLowerCase() !== letter &&
            !/\d/.test(shape === 'sprite' ? (form[at] ?? '') : ''),
        );
        const broken = form.slice(0, at) + letter + form.slice(at + 1);
        expect(recognise(`https://${name}${broken}`)?.certainty).not.toBe('strict');
      }),
    );
  });

  it.skipIf(shape === 'watermark')(
    'is nothing strict with a character missing from a hash or an index',
    () => {
      fc.assert(
        fc.property(anyHost, path, (name, form) => {
          const digits = /[0-9a-fA-F]{5,}/.exec(form);
          const at = digits?.index ?? 0;
          const broken = form.slice(0, at) + form.slice(at + 1);
          expect(recognise(`https://${name}${broken}`)?.certainty).not.toBe('strict');
        }),
      );
    },
  );
});

describe('recognise', () => {
  it.each([
    [`https://v.example/${V}/${H}-${H}-ld.mp4`],
    [`https://v.example/${V}/${H}-${H}-ld-00001.ts`],
    [`https://v.example/${V}/snapshots/webvtt/15483839-19768706593-1833-2022-301-08227.vtt`],
    [
      `https://outin-${V}.oss-cn-shanghai.aliyuncs.com/sv/27b2aecf-172bac29ecc/27b2aecf-172bac29ecc.mp4`,
    ],
    [`https://outin-${V}.oss-cn-shanghai.aliyuncs.com.evil.example/a.jpg`],
    [`data:image/png;base64,/image/default/${H}-6-2.png`],
    [`blob:https://v.example/${V}/covers/${H}-00001.jpg`],
    [`/image/default/${H}-6-2.png`],
    ['https://'],
    [''],
    ['\ud800'],
  ])('takes nothing from %s', (address) => {
    expect(recognise(address)).toBeUndefined();
  });

  it('keeps folders on OSS that look like a signature', () => {
    for (const name of [
      `outin-${V}.oss-cn-shanghai.aliyuncs.com`,
      'bucket-435716.oss-cn-shanghai.aliyuncs.com:443',
    ]) {
      for (const path of [`/${H}/20240101/logo.png`, `/${H}/20240101/image/default/${H}-6-2.png`]) {
        const address = `https://${name}${path}`;
        expect(bareAddress(`${address}?a=1`)).toBe(address.replace(':443', ''));
        expect(recognise(address)?.path ?? path).toBe(path);
      }
    }
  });

  it('keeps folders that look like a signature before a path that VOD did not make', () => {
    for (const prefix of [`/202611240251/${H}`, `/${H}/20240101`]) {
      for (const path of ['/logo.png', '/covers/cat.jpg']) {
        const address = `https://v.example${prefix}${path}`;
        expect(bareAddress(address)).toBe(address);
        expect(recognise(address)).toBeUndefined();
      }
    }
  });

  it('recognises loose paths as loose', () => {
    const dated = '/cover/2017-11-02-18-41-24_B2DDEEA8-200B-4729-95C1-76AC4DC4B77F.png';
    expect(recognise(`http://a.example${dated}`)).toMatchObject({
      certainty: 'loose',
      kind: 'cover',
    });
    expect(recognise('http://a.example/image/default/1.png')).toMatchObject({ certainty: 'loose' });
    expect(recognise('http://a.example/static/image/default/1.png')).toBeUndefined();
  });

  it('accepts every image on a bucket of VOD', () => {
    const bucket = `outin-${V}.oss-cn-shanghai.aliyuncs.com`;
    expect(recognise(`https://${bucket}/any/name.png`)).toMatchObject({
      shape: 'bucket',
      kind: 'image',
    });
    expect(recognise(`https://${bucket}/cover/x.png`)).toMatchObject({
      certainty: 'strict',
      kind: 'cover',
    });
  });

  it('completes relative and scheme-relative addresses', () => {
    const path = `/image/default/${H}-6-2.png`;
    expect(recognise(` ${path} `, 'https://p.example/a/b')?.url).toBe(`https://p.example${path}`);
    expect(recognise(`//v.example${path}`, 'http://p.example/')?.url).toBe(
      `http://v.example${path}`,
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void recognise(text, text)));
  });
});

describe('identity', () => {
  const key = (address: string) => {
    const found = recognise(address);
    return found && identity(found);
  };

  it('ignores letter case when a hash names the image', () => {
    const path = `/image/default/${H}-6-2.png`;
    expect(key(`https://V.example${path.toUpperCase()}`)).toBe(`v.example${path}`);
  });

  it('keeps the letter case of any other name, because it matters in OSS', () => {
    expect(key('https://V.example/covers/Cat.jpg')).toBe('v.example/covers/Cat.jpg');
    const bucket = `outin-${V}.oss-cn-shanghai.aliyuncs.com`;
    expect(key(`https://${bucket}/Logo.png`)).toBe(`${bucket}/Logo.png`);
    expect(key(`https://${bucket}/cover/Logo.png`)).toBe(`${bucket}/cover/Logo.png`);
  });
});

describe('isVodBucket', () => {
  it.each([
    [`outin-${V}.oss-cn-shanghai.aliyuncs.com`, true],
    [`outin-${V}.oss-cn-shanghai-internal.aliyuncs.com`, true],
    [`outin-${V}.oss-accelerate.aliyuncs.com`, true],
    ['out-22183933776179106-b0a766bb7c.oss-cn-shanghai.aliyuncs.com', true],
    ['bucket-435716.oss-cn-shanghai.aliyuncs.com', false],
    ['outin-pictures.oss-cn-shanghai.aliyuncs.com', false],
    ['outin.example.com', false],
  ])('%s: %s', (name, expected) => {
    expect(isVodBucket(name)).toBe(expected);
  });
});

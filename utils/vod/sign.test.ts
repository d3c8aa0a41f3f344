import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credentials } from './credentials.ts';
import { Secret } from './secret.ts';
import { sign, type UnsignedRequest } from './sign.ts';

interface OfficialSigner {
  getAuthorization(
    request: {
      method: string;
      pathname: string;
      query: Record<string, string>;
      headers: Record<string, string>;
    },
    algorithm: string,
    payloadHash: string,
    accessKeyId: string,
    accessKeySecret: string,
  ): string;
}

const { default: official }: { default: OfficialSigner } = createRequire(import.meta.url)(
  '@alicloud/openapi-core/dist/utils.js',
);

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const DATE = '2023-10-26T10:22:32Z';
const NONCE = '3156853299f313e23d1673dc12e1703d';

function keys(id: string, secret: string, token?: string): Credentials {
  return {
    accessKeyId: id,
    accessKeySecret: new Secret(secret),
    ...(token !== undefined && { securityToken: new Secret(token) }),
  };
}

function deletion(parameters: Record<string, string>): UnsignedRequest {
  return {
    host: 'vod.cn-shanghai.aliyuncs.com',
    action: 'DeleteImage',
    version: '2017-03-21',
    parameters,
    date: DATE,
    nonce: NONCE,
  };
}

describe('sign', () => {
  it("reproduces the example of Alibaba Cloud's help on signature version 3", () => {
    const signed = sign(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        parameters: {
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        },
        date: DATE,
        nonce: NONCE,
      },
      keys('YourAccessKeyId', 'YourAccessKeySecret'),
    );
    expect(signed.canonicalRequest).toBe(
      [
        'POST',
        '/',
        'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
        'host:ecs.cn-shanghai.aliyuncs.com',
        'x-acs-action:RunInstances',
        `x-acs-content-sha256:${EMPTY_HASH}`,
        `x-acs-date:${DATE}`,
        `x-acs-signature-nonce:${NONCE}`,
        'x-acs-version:2014-05-26',
        '',
        'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version',
        EMPTY_HASH,
      ].join('\n'),
    );
    expect(signed.headers.authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;' +
        'x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('signs a deletion by ids', () => {
    const signed = sign(
      deletion({
        DeleteImageType: 'ImageId',
        ImageIds: '93ab850b4f6f44eab54b6e91d24d81d4,bbc65bba53f94b1e8ed90de118a78490',
      }),
      keys('testAccessKeyId', 'testAccessKeySecret'),
    );
    expect(signed.url).toBe(
      'https://vod.cn-shanghai.aliyuncs.com/?DeleteImageType=ImageId&ImageIds=93ab850b4f6f44eab54b6e91d24d81d4%2Cbbc65bba53f94b1e8ed90de118a78490',
    );
    expect(signed.headers.authorization).toMatch(
      /Signature=4e28786bd3319ccd11e51275568f2740edc813faaaaa0e9b368e9f84c3bc443e$/,
    );
  });

  it('signs a deletion by video with a token', () => {
    const signed = sign(
      deletion({
        DeleteImageType: 'VideoId',
        ImageType: 'CoverSnapshot,NormalSnapshot',
        VideoId: '5aed81b74ba84920be578cdfe004af4b',
      }),
      keys('STS.testAccessKeyId', 'testAccessKeySecret', 'tok/en+=='),
    );
    expect(signed.headers).toMatchObject({
      'x-acs-accesskey-id': 'STS.testAccessKeyId',
      'x-acs-security-token': 'tok/en+==',
    });
    expect(signed.headers.authorization).toMatch(
      /Signature=97df0fb79581172ef614771d2f6f8c15c3ed79c42d62848f9872b4f94b69166d$/,
    );
  });

  it('sets no host, asks for JSON unsigned, and has no question mark without parameters', () => {
    const signed = sign(deletion({}), keys('id', 'secret'));
    expect(Object.keys(signed.headers)).not.toContain('host');
    expect(signed.headers.accept).toBe('application/json');
    expect(signed.headers.authorization).not.toContain('accept');
    expect(signed.url).toBe('https://vod.cn-shanghai.aliyuncs.com/');
  });

  it("agrees with Alibaba Cloud's own signer, and the URL survives the platform's parser", () => {
    const awkward = fc.constantFrom(
      ...[
        ' ',
        ',',
        "'",
        '"',
        '%',
        '+',
        '*',
        '~',
        '(',
        ')',
        '!',
        '&',
        '=',
        '#',
        '?',
        '/',
        ':',
        '\n',
      ],
      ...['图片', '删除', '日本', 'é', '😀', '👩‍👩‍👧', '%20', '%2C', 'a', 'Z', '0', '-', '_', '.'],
    );
    const value = fc.oneof(
      fc.array(awkward, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.webUrl(),
      fc.constant(''),
    );
    const visible = fc.stringMatching(/^[!-+\--~]{1,60}$/);
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9.]{0,12}$/), value, { maxKeys: 8 }),
        visible,
        visible,
        fc.option(visible, { nil: undefined }),
        (parameters, id, secret, token) => {
          const request = deletion({ ...parameters });
          const signed = sign(request, keys(id, secret, token));
          const { authorization, ...headers } = signed.headers;
          const expected = official.getAuthorization(
            {
              method: 'POST',
              pathname: '/',
              query: { ...parameters },
              headers: { ...headers, host: request.host },
            },
            'ACS3-HMAC-SHA256',
            EMPTY_HASH,
            id,
            secret,
          );
          expect(authorization).toBe(expected);
          expect(new URL(signed.url).href).toBe(signed.url);
          expect(Object.fromEntries(new URL(signed.url).searchParams)).toEqual({ ...parameters });
        },
      ),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from './encode.ts';
import { deleteImageByUrl } from './operations/delete-image.ts';
import { hiddenTexts, redact } from './redact.ts';
import { Secret } from './secret.ts';
import { sign } from './sign.ts';

const KEY = 'LTAI5tFakeKeyForTests0001';
const ADDRESS = 'https://cdn.example.com/image/default/41AE7ADABBE74F5DB1A4A3F9B20C8E11-6-2.png';
const AWKWARD = 'https://cdn.example.com/image/cover/a b,图.png';

const unsigned = {
  host: 'vod.cn-shanghai.aliyuncs.com',
  version: '2017-03-21',
  date: '2026-11-24T02:51:00Z',
  nonce: '5c1d6c1c-53f9-4c5e-9d1a-3b1f0e3a7f10',
  ...deleteImageByUrl([ADDRESS, AWKWARD]),
};
const credentials = { accessKeyId: KEY, accessKeySecret: new Secret('aFakeSecretForTests') };
const signed = sign(unsigned, credentials);
const hidden = hiddenTexts(unsigned, signed, credentials);

describe('redact', () => {
  it.each([
    `Specified signature is not matched with our calculation. server string to sign is:POST&%2F&AccessKeyId%3D${KEY}%26ImageURLs%3D${encode(encode(ADDRESS))}`,
    `Specified signature is not matched with our calculation. server canonicalRequest is:${signed.canonicalRequest}, stringToSign is ACS3-HMAC-SHA256\nabc`,
    `Specified signature is not matched with our calculation. ${signed.headers.authorization}`,
    `Specified signature is not matched with our calculation. POST\n/\nImageURLs=${ADDRESS}`,
  ])('cuts the echo of a request (%#)', (message) => {
    expect(redact(message, hidden)).toBe(
      'Specified signature is not matched with our calculation. …',
    );
  });

  it('keeps what explains the error', () => {
    const plain = 'The specified resource does not exist, or you are not authorized by RAM.';
    expect(redact(plain, hidden)).toBe(plain);
  });

  it("strikes this call's own texts and what looks like another's", () => {
    expect(redact(`Key ${KEY.toLowerCase()} may not delete ${ADDRESS}`, hidden)).toBe(
      'Key … may not delete …',
    );
    expect(redact('Key LTAIsomebodyelseskey1 with STS.NTsomebodyelse is unknown', [])).toBe(
      'Key … with … is unknown',
    );
    expect(redact('Video 5aed81b74ba84920be578cdfe004af4b is not yours', [])).toBe(
      'Video … is not yours',
    );
    expect(redact('Page 7 of 17', ['7'])).toBe('Page … of 17');
  });

  it('makes one short line of any text', () => {
    const line = redact(`a\u0000b\n\tc\u202e ${'word '.repeat(5000)}`, []);
    expect(line.startsWith('a b c word')).toBe(true);
    expect(line.length).toBeLessThanOrEqual(300);
  });

  it('never holds a hidden text, however it is written and wherever it stands', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }),
      fc.webUrl(),
      fc.stringMatching(/^LTAI[A-Za-z0-9]{12,20}$/),
      fc.constantFrom('aaaa', '….….', 'a  b', '%20%20', '%   ', 'abcabc'),
    );
    const written = fc.constantFrom<(s: string) => string>(
      (s) => s,
      encode,
      (s) => encode(encode(s)),
      (s) => s.toLowerCase(),
      (s) => `${s.slice(0, 2)}${s}${s.slice(2)}`,
    );
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), written, fc.string()), { maxLength: 8 }),
        (secrets, pieces) => {
          const message = pieces
            .map(([i, write, between]) => `${between}${write(secrets[i % secrets.length] ?? '')}`)
            .join('');
          const shown = redact(message, secrets);
          for (const secret of secrets) {
            expect(shown).not.toContain(secret);
            expect(shown).not.toContain(encode(secret));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

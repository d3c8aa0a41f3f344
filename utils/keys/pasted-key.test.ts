import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { storedCredentialsSchema } from './credentials.ts';
import { readPastedKey } from './pasted-key.ts';

const ID = 'LTAI5tFakeKeyForTests001';
const SECRET = 'FakeSecretForTests000000000001';
const TOKEN = 'CAISfake/token+for==tests';
const KEY = { accessKeyId: ID, accessKeySecret: SECRET };
const STS = { ...KEY, securityToken: TOKEN };
const END = '2026-11-24T12:00:00Z';
const EXPIRES = Date.parse(END);

describe('a key is read from', () => {
  it.each([
    ['the console’s file', `AccessKey ID,AccessKey Secret\n${ID},${SECRET}\n`],
    ['with BOM and CRLF', `\ufeffAccessKey ID,AccessKey Secret\r\n${ID},${SECRET}\r\n`],
    ['with quotes', `"AccessKey ID","AccessKey Secret"\r\n"${ID}","${SECRET}"`],
    ['with blanks', ` AccessKey ID , AccessKey Secret \n\n ${ID} , ${SECRET} \n\n`],
    ['with semicolons', `AccessKey ID;AccessKey Secret\n${ID};${SECRET}`],
    ['with tabs', `AccessKeyId\tAccessKeySecret\n${ID}\t${SECRET}`],
    ['in another order', `AccessKeySecret,AccessKeyId\n${SECRET},${ID}`],
    [
      'with the columns of a user',
      `User Principal Name,Logon Password,AccessKey ID,AccessKey Secret\n"qa, one@acme.onaliyun.com","p=a:""b,c",${ID},${SECRET}`,
    ],
    [
      'with Chinese columns',
      `用户登录名称,登录密码,AccessKey ID,AccessKey Secret\nqa@acme.onaliyun.com,,${ID},${SECRET}`,
    ],
    [
      'environment variables',
      `ALIBABA_CLOUD_ACCESS_KEY_ID=${ID}\nALIBABA_CLOUD_ACCESS_KEY_SECRET=${SECRET}`,
    ],
    [
      'exported ones',
      `# key of QA\nexport ALIBABA_CLOUD_ACCESS_KEY_ID="${ID}"\nexport ALIBABA_CLOUD_ACCESS_KEY_SECRET='${SECRET}'; \n`,
    ],
    ['those of Windows', `set ALICLOUD_ACCESS_KEY=${ID}\r\nset ALICLOUD_SECRET_KEY=${SECRET}`],
    [
      'those of PowerShell',
      `$env:ALIBABA_CLOUD_ACCESS_KEY_ID = "${ID}"\n$env:ALIBABA_CLOUD_ACCESS_KEY_SECRET = "${SECRET}"`,
    ],
    [
      'a profile',
      `[default]\nenable = true\ntype = access_key\naccess_key_id = ${ID}\naccess_key_secret = ${SECRET}\n`,
    ],
    ['labelled lines', `AccessKey ID: ${ID}\nAccessKey Secret： ${SECRET}`],
    ['a piece of code', `{\n  accessKeyId: '${ID}',\n  accessKeySecret: '${SECRET}',\n}`],
    [
      'the settings of the command line',
      JSON.stringify({
        current: 'default',
        profiles: [{ mode: 'AK', access_key_id: ID, access_key_secret: SECRET, sts_token: '' }],
      }),
    ],
  ])('%s', (_name, text) => {
    expect(readPastedKey(text)).toEqual(KEY);
  });

  it('the answer of AssumeRole', () => {
    const answer = {
      RequestId: '6894B13B-6D71-4EF5-88FA-F32781734A7F',
      AssumedRoleUser: { Arn: 'acs:ram::123:role/qa/alice', AssumedRoleId: '344:alice' },
      Credentials: {
        AccessKeyId: ID,
        AccessKeySecret: SECRET,
        SecurityToken: TOKEN,
        Expiration: END,
      },
    };
    for (const text of [JSON.stringify(answer), JSON.stringify(answer, null, 2)]) {
      expect(readPastedKey(text)).toEqual({ ...STS, expiresAt: EXPIRES });
    }
  });

  it('the answer of a credentials URI', () => {
    const answer = {
      Code: 'Success',
      AccessKeyId: ID,
      AccessKeySecret: SECRET,
      SecurityToken: TOKEN,
      Expiration: END,
    };
    expect(readPastedKey(JSON.stringify(answer))).toEqual({ ...STS, expiresAt: EXPIRES });
  });

  it('lines with a token, and with an end that is not understood left out', () => {
    const lines = [
      `ALIBABA_CLOUD_ACCESS_KEY_ID=${ID}`,
      `ALIBABA_CLOUD_ACCESS_KEY_SECRET=${SECRET}`,
      `ALIBABA_CLOUD_SECURITY_TOKEN=${TOKEN}`,
    ];
    expect(readPastedKey(lines.join('\n'))).toEqual(STS);
    const ending = (end: string) => readPastedKey([...lines, `expiration=${end}`].join('\n'));
    expect(ending('1795521600')).toEqual({ ...STS, expiresAt: 1_795_521_600_000 });
    expect(ending('tomorrow')).toEqual(STS);
    expect(ending('2026-13-45T12:00:00Z')).toEqual(STS);
  });
});

describe('nothing is read from', () => {
  it.each([
    ['an empty text', ''],
    ['a secret alone', `AccessKey Secret: ${SECRET}`],
    ['an id alone', `AccessKey ID,AccessKey Secret\n${ID},\n`],
    ['two users', `AccessKey ID,AccessKey Secret\n${ID},${SECRET}\nLTAI5tOther,another`],
    [
      'two profiles',
      `[a]\naccess_key_id=${ID}\naccess_key_secret=${SECRET}\n[b]\naccess_key_id=LTAI5tOther\naccess_key_secret=another`,
    ],
    [
      'two objects',
      JSON.stringify([
        { AccessKeyId: ID, AccessKeySecret: SECRET },
        { AccessKeyId: 'LTAI5tOther', AccessKeySecret: 'another' },
      ]),
    ],
    ['a file without names', `${ID},${SECRET}`],
    ['an id with a blank', `AccessKeyId=LTAI 5t\nAccessKeySecret=${SECRET}`],
    ['a token with a blank', `AccessKeyId=${ID}\nAccessKeySecret=${SECRET}\nSecurityToken=a b`],
    ['a refusal', '{"Code":"RoleNotFound","Message":"There is no such role."}'],
    ['an inherited name', `constructor=${ID}\n__proto__=${SECRET}`],
    ['a text that is too long', `${' '.repeat(100_001)}AccessKeyId=${ID}`],
    ['what lies too deep', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`.slice(0, 100_000)],
  ])('%s', (_name, text) => {
    expect(readPastedKey(text)).toBeUndefined();
  });
});

describe('whatever is pasted', () => {
  const piece = fc.constantFrom(
    ...['AccessKey ID', 'AccessKeySecret', 'SecurityToken', 'Expiration', ID, SECRET, TOKEN, END],
    ...[
      '=',
      ':',
      ',',
      ';',
      '"',
      "'",
      '\n',
      '\r\n',
      '\t',
      ' ',
      '{',
      '}',
      '[',
      ']',
      '$env:',
      '\ufeff',
    ],
    ...['export ', 'a', '图', '😀', '\\', '\u2028', '__proto__'],
  );
  const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('never throws, and returns only what the vault accepts', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const key = readPastedKey(text);
        if (key !== undefined) expect(v.safeParse(storedCredentialsSchema, key).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  const id = fc.stringMatching(/^[\w.-]{4,128}$/);
  const secret = fc.stringMatching(/^[A-Za-z0-9]{8,64}$/);
  const token = fc.stringMatching(/^[A-Za-z0-9+/]{8,400}={0,2}$/);

  it('finds the same key in every form', () => {
    fc.assert(
      fc.property(id, secret, token, (accessKeyId, accessKeySecret, securityToken) => {
        const key = { accessKeyId, accessKeySecret, securityToken };
        const names = ['AccessKeyId', 'AccessKeySecret', 'SecurityToken'];
        const values = Object.values(key);
        const texts = [
          `${names.join(',')}\r\n${values.join(',')}\r\n`,
          `${names.join(',')}\n${values.map((value) => `"${value}"`).join(',')}`,
          names.map((name, index) => `${name}=${values[index]}`).join('\n'),
          names.map((name, index) => `  "${name}": "${values[index]}",`).join('\r\n'),
          JSON.stringify({
            Credentials: { ...Object.fromEntries(names.map((n, i) => [n, values[i]])) },
          }),
        ];
        for (const text of texts) expect(readPastedKey(text)).toEqual(key);
      }),
    );
  });

  it.each([
    ['blanks', ' '],
    ['quotes', '"'],
    ['equal signs', '='],
    ['semicolons and blanks', '; '],
    ['line ends', '\n'],
    ['names', 'AccessKeyId='],
    ['brackets', '[{'],
  ])('takes no time over many %s', (_name, unit) => {
    const text = `AccessKeyId="${unit.repeat(99_000 / unit.length)}x`;
    const start = performance.now();
    readPastedKey(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

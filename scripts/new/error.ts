import { all, atEndOf, before, messages, Refusal, type Scaffold } from './change.ts';
import { checkName, HYPHENS, underscored, wordsOf } from './names.ts';

const CODE = /^[A-Z]\w+(?:\.\w+)*$/;

/** A kind of error: what follows from it, the code that comes to it, its texts. */
export const error: Scaffold = {
  usage: 'NAME CODE, such as video-locked Forbidden.VideoLocked',
  next: [
    'Say in KINDS what follows from it: utils/vod/error-codes.ts explains each fact.',
    'Write what happened and what to do in both languages, as whole sentences.',
    'Give ASK_TEXTS, TEST_TEXTS or PURGE_TEXTS its own words if those of deletion do not fit there.',
    'A code that is documented: a line in DOCUMENTED_CODES (utils/vod/testing.ts). If the sandbox is to answer it: a line in sandbox/vod/errors.ts.',
  ],
  changes([given, code]) {
    const name = checkName('error', given, HYPHENS);
    if (code === undefined || !CODE.test(code)) {
      throw new Refusal(`${code === undefined ? 'The code is missing.' : `"${code}" is not a code.`} \
A kind is known by the code that VOD answers. For example: npm run new -- error video-locked Forbidden.VideoLocked`);
    }
    const key = `reason_${underscored(name)}`;
    const words = wordsOf(name).join(' ');
    return [
      {
        file: 'utils/vod/error-codes.ts',
        edit: all(
          before("  unknown: { refuses: 'call'", `  ${property(name)}: { refuses: 'call' },\n`),
          atEndOf('export const ROWS', '  {', row(name, code)),
        ),
      },
      {
        file: 'components/shared/reason-texts.ts',
        edit: atEndOf(
          'export const REASON_TEXTS',
          "  unknown: { happened: 'reason_unknown'",
          `  ${property(name)}: { happened: '${key}', next: '${key}_next' },\n`,
        ),
      },
      ...messages({
        [key]: {
          en: `VOD refused this with ${code} (${words}).`,
          zh: `VOD 以 ${code}（${words}）拒绝了此请求。`,
        },
        [`${key}_next`]: {
          en: 'Look the code up in the documentation of VOD.',
          zh: '请在 VOD 的文档中查询此错误码。',
        },
      }),
    ];
  },
};

function property(name: string): string {
  return name.includes('-') ? `'${name}'` : name;
}

function row(name: string, code: string): string {
  const pattern = code.replaceAll('.', '\\.');
  return `  { code: /^${pattern}$/i, example: '${code}', kind: '${name}', retry: 'never' },\n`;
}

import { all, atEndOf, before, type Scaffold } from './change.ts';
import { camel, checkName, HYPHENS } from './names.ts';

/** A way of the sandbox to misbehave: its file and test, its line in the list, its row in the docs. */
export const fault: Scaffold = {
  usage: 'NAME, such as half-answer',
  next: [
    'Choose the hook where it steps in: sandbox/faults/fault.ts lists them.',
    'Say in doc and in the row of sandbox/README.md what it does.',
  ],
  changes([given]) {
    const name = checkName('fault', given, HYPHENS);
    return [
      { file: `sandbox/faults/${name}.ts`, create: faultFile(name) },
      { file: `sandbox/faults/${name}.test.ts`, create: testFile(name) },
      {
        file: 'sandbox/faults/index.ts',
        edit: all(
          before('import { credentials }', `import { ${camel(name)} } from './${name}.ts';\n`),
          before('  credentials,\n};', `  '${name}': ${camel(name)},\n`),
        ),
      },
      {
        file: 'sandbox/README.md',
        edit: atEndOf('## Faults', '| `take-snapshots` |', docsRow(name)),
      },
    ];
  },
};

function faultFile(name: string): string {
  return `import { errorAnswer } from '../vod/answers.ts';
import { VodError } from '../vod/errors.ts';
import { type Counted, counter, type Fault } from './fault.ts';

export const ${camel(name)}: Fault<Counted> = {
  doc: 'Answers InternalError and does no work.',
  defaults: { times: 1, action: '', chance: 1 },
  start(options) {
    const strikes = counter(options);
    return {
      answerInstead: (call) =>
        strikes(call) ? errorAnswer(new VodError('InternalError')) : undefined,
    };
  },
};
`;
}

function testFile(name: string): string {
  return `import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { call, verdict } from '../testing.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
afterAll(() => sandbox.close());

test('${name}: strikes once, then the call is answered as usual', async () => {
  sandbox.setFault('${name}');
  const infos = () => call(sandbox, 'GetImageInfos', { ImageIds: 'any' });
  expect(verdict(await infos())).toBe('500 InternalError');
  expect(verdict(await infos())).toBe('200');
});
`;
}

function docsRow(name: string): string {
  return `| \`${name}\` | \`times: 1\`, \`action\` | 500 \`InternalError\`, nothing is done |\n`;
}

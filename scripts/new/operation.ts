import { all, atEndOf, before, type Scaffold } from './change.ts';
import { camel, checkName, constant, hyphened, PASCAL } from './names.ts';

/** An operation of VOD: its two files, its test, its line in the table, its line in the docs. */
export const operation: Scaffold = {
  usage: 'NAME, as the API has it, such as GetVideoInfos',
  next: [
    'Write the parameters and the answer as the documentation has them, and link it.',
    'Choose the purpose; say onlyIn where Shanghai alone offers it; add a probe if one is harmless.',
    'Let the sandbox answer as VOD does, its errors included.',
  ],
  changes([given]) {
    const name = checkName('operation', given, PASCAL);
    const file = hyphened(name);
    return [
      { file: `utils/vod/operations/${file}.ts`, create: callFile(name) },
      { file: `utils/vod/operations/${file}.test.ts`, create: testFile(name) },
      { file: `sandbox/vod/operations/${file}.ts`, create: playedFile(name) },
      {
        file: 'utils/vod/operations/table.ts',
        edit: all(
          before('import { DELETE_IMAGE }', `import { ${constant(name)} } from './${file}.ts';\n`),
          atEndOf('export const OPERATIONS', '] as const', `  ${constant(name)},\n`),
        ),
      },
      {
        file: 'sandbox/README.md',
        edit: atEndOf('Every endpoint has', ' and `ListSnapshots`', `, \`${name}\``),
      },
    ];
  },
};

function callFile(name: string): string {
  return `import * as v from 'valibot';
import { checkIds, insist } from '../input.ts';
import { readWith } from '../read.ts';
import type { Operation, OperationFacts } from './operation.ts';

/** What is true of every call of ${name}. */
export const ${constant(name)} = {
  name: '${name}',
  purpose: 'ask',
} as const satisfies OperationFacts;

const Answer = v.object({ ids: v.array(v.string()) });

/**
 * Asks about 1 to 20 ids.
 * @throws VodInputError for ids that VOD would refuse.
 */
export function ${camel(name)}(ids: readonly string[]): Operation<readonly string[]> {
  insist(checkIds(ids));
  return {
    action: ${constant(name)}.name,
    parameters: { Ids: ids.join(',') },
    read: (body) => readWith(Answer, body).ids,
  };
}
`;
}

function testFile(name: string): string {
  return `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { clientOf } from '../../../tests/drive/vod/acme.ts';
import { VodFormatError } from '../read.ts';
import { ${camel(name)} } from './${hyphened(name)}.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ latency: 0 });
});
afterAll(() => sandbox.close());

const ID = '0'.repeat(32);

describe('${name}', () => {
  it('refuses what VOD would refuse', () => {
    expect(() => ${camel(name)}([])).toThrow('empty');
  });

  it('does not take another body for an answer', () => {
    expect(() => ${camel(name)}([ID]).read({})).toThrow(VodFormatError);
  });

  it('is answered by the sandbox', async () => {
    const answer = await clientOf(sandbox).call(${camel(name)}([ID]));
    expect(answer).toMatchObject({ ok: true, value: [ID] });
    expect(sandbox.calls.at(-1)).toMatchObject({ action: '${name}', signatureValid: true });
  });
});
`;
}

function playedFile(name: string): string {
  return `import { missingParameter } from '../errors.ts';
import { listOf, type Operation } from './operation.ts';

export const operation: Operation = {
  name: '${name}',
  parameters: ['Ids'],
  run({ parameters }) {
    if (!parameters.Ids) throw missingParameter('Ids');
    return { Ids: listOf('Ids', parameters.Ids, 20) };
  },
};
`;
}

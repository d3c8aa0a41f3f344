import { createHash } from 'node:crypto';
import { all, atEndOf, before, type Scaffold } from './change.ts';
import { camel, checkName, HYPHENS } from './names.ts';

/** A carrier: its file and test, its line in the list, its page for the browser tests, its docs. */
export const carrier: Scaffold = {
  usage: 'NAME, such as share-button',
  next: [
    'Say in the carrier which values it reads, and how; the sample reads the src of one element.',
    'Put every form of it into its page, with all addresses in expected.json, and a look-alike.',
    'npx playwright test --config tests/pages/playwright.config.ts -g "carrier NAME"',
  ],
  changes([given]) {
    const id = checkName('carrier', given, HYPHENS);
    const address = addressFor(id);
    return [
      { file: `utils/spotting/carriers/${id}.ts`, create: carrierFile(id) },
      { file: `utils/spotting/carriers/${id}.test.ts`, create: testFile(id) },
      {
        file: 'utils/spotting/carriers/index.ts',
        edit: all(
          before('import { adoptedSheet }', `import { ${camel(id)} } from './${id}.ts';\n`),
          before('  jsonAttribute,', `  ${camel(id)},\n`),
        ),
      },
      { file: `tests/pages/html/${id}.html`, create: page(id, address) },
      {
        file: 'tests/pages/html/expected.json',
        edit: (text) => {
          const expected = { ...JSON.parse(text), [id]: { addresses: [address], ids: [] } };
          return `${JSON.stringify(expected, null, 2)}\n`;
        },
      },
      {
        file: 'docs/spotting.md',
        edit: atEndOf('| `frame-source` |', '| `json-attribute` |', docsRow(id)),
      },
    ];
  },
};

function addressFor(id: string): string {
  const name = createHash('md5').update(id).digest('hex').toUpperCase();
  return `https://vod.shop.example/image/default/${name}-6-2.png`;
}

function carrierFile(id: string): string {
  return `import type { Carrier } from './carrier.ts';

/** The \`src\` of an \`x-${id}\` element. */
export const ${camel(id)} = {
  id: '${id}',
  reads: { 'x-${id} src': 'address' },
} as const satisfies Carrier;
`;
}

function testFile(id: string): string {
  return `import { describe, expect, it } from 'vitest';
import { claim } from './index.ts';

const value = 'https://vod.shop.example/a.png';

describe('the carrier ${id}', () => {
  it('claims its own places', () => {
    expect(claim({ tag: 'x-${id}', slot: 'src', value })).toEqual({
      id: '${id}',
      reading: 'address',
    });
  });

  it('leaves other places to other carriers', () => {
    expect(claim({ tag: 'img', slot: 'src', value })?.id).toBe('img');
    expect(claim({ tag: 'x-${id}', slot: 'title', value })?.id).not.toBe('${id}');
  });
});
`;
}

function page(id: string, address: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Shop</title>
<link rel="icon" href="data:,">
</head>
<body>
<x-${id} src="${address}"></x-${id}>
<x-${id} src="https://pictures.example/image/default/avatar.jpg"></x-${id}>
</body>
</html>
`;
}

function docsRow(id: string): string {
  return `| \`${id}\` | the \`src\` of \`x-${id}\` |\n`;
}

import {
  extensionGlobals,
  extensionPackages,
  type Layer,
  layers,
  onlyForTests,
  testsMayImport,
} from './table.ts';

/** Patterns of import paths that a file must not have, and why. */
interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts', '**/testing.ts', '**/testing.tsx'];

const names = Object.keys(layers);

/** Everything that a layer may or may not import. */
const FOLDERS = [...names, 'public'];

function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/**
 * The patterns for imports of what is in a folder, from files of a layer. A room imports another as
 * `../room/file.ts`, so no folder inside a room may have the name of a room.
 */
function into(folder: string, name: string): string[] {
  const path = folder.endsWith('.ts') ? folder : `${folder}/**`;
  const room = /^utils\/(.*)$/.exec(path)?.[1];
  const relative = room !== undefined && name.startsWith('utils/') ? ['../', '../../'] : [];
  return [`**/${path}`, ...relative.map((up) => `${up}${room}`)];
}

/** The layers that a layer may import, and those that these may import, and so on. */
function below(name: string, found = new Set<string>()): ReadonlySet<string> {
  for (const one of layers[name]?.mayImport ?? []) {
    if (found.has(one)) continue;
    found.add(one);
    below(one, found);
  }
  return found;
}

function ruleOf(name: string, allowed: readonly string[]): string {
  return allowed.length === 0
    ? `${name} imports no other part of the project.`
    : `${name} may import only ${allowed.join(', ')}.`;
}

/** What files of a layer may not import of the project. */
function closed(name: string, allowed: readonly string[], message: string): Pattern[] {
  const open = [name, ...allowed];
  const shut = FOLDERS.filter((one) => !isIn(one, open)).flatMap((one) => into(one, name));
  // Of a folder that is shut as a whole, a part may be open.
  const parts = open.filter((one) => !FOLDERS.includes(one)).flatMap((one) => into(one, name));
  const group = [...shut, ...parts.map((one) => `!${one}`)];
  return [{ group, message }];
}

function restricted(patterns: readonly Pattern[]): object {
  return { noRestrictedImports: { level: 'error', options: { patterns } } };
}

function extensionApiRule(name: string): string {
  const may = names.filter((one) => layers[one]?.extensionApi && one !== 'tests');
  return `${name} may not touch extension APIs; only ${may.join(' and ')} may.`;
}

/** What holds for the code of a layer. */
function codeRules(name: string, layer: Layer): object {
  const { mayImport, mayNotImport, extensionApi } = layer;
  const message = extensionApiRule(name);
  const packages = extensionPackages.flatMap((one) => [one, `${one}/**`]);
  const patterns: Pattern[] = [
    ...closed(name, mayImport, ruleOf(name, mayImport)),
    { group: onlyForTests.map((one) => `**/${one}`), message: 'Only tests may import testing.ts.' },
  ];
  if (mayNotImport) {
    const rule = `${name} may not import ${mayNotImport.join(', ')}.`;
    patterns.push({ group: mayNotImport.flatMap((one) => into(one, name)), message: rule });
  }
  if (!extensionApi) patterns.push({ group: packages, message });
  const globals = Object.fromEntries(extensionGlobals.map((one) => [one, message]));
  return {
    includes: [`${name}/**`, ...TESTS.map((one) => `!${one}`)],
    linter: {
      rules: {
        style: {
          ...restricted(patterns),
          ...(!extensionApi && {
            noRestrictedGlobals: { level: 'error', options: { deniedGlobals: globals } },
          }),
        },
      },
    },
    plugins: [
      './scripts/layers/import-types.grit',
      ...(extensionApi ? [] : ['./scripts/layers/extension-globals.grit']),
    ],
  };
}

/** What holds for the tests beside the code of a layer. */
function testRules(name: string, layer: Layer): object {
  const more = [...testsMayImport, ...(layer.testsMayImport ?? [])];
  const allowed = [...new Set([...below(name), ...more])];
  return {
    includes: TESTS.map((one) => `${name}/${one}`),
    linter: {
      rules: { style: restricted(closed(name, allowed, `Tests of ${ruleOf(name, allowed)}`)) },
    },
  };
}

/** The part of Biome's configuration that keeps the table, as JSON with a line for each rule. */
export function biomeRules(): string {
  const code = Object.entries(layers).filter(([name]) => name !== 'tests');
  const overrides = [
    ...code.map(([name, layer]) => codeRules(name, layer)),
    ...code.map(([name, layer]) => testRules(name, layer)),
  ];
  const lines = overrides.map((one) => JSON.stringify(one));
  return `{"overrides":[\n${lines.join(',\n')}\n]}\n`;
}

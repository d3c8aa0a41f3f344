import { posix } from 'node:path';
import { importsOf } from './imports.ts';
import {
  extensionGlobals,
  extensionPackages,
  layers,
  productFolders,
  testsMayImport,
} from './table.ts';

/** A breach of the layer rules: the file with its line, and the rule. */
export type Breach = string;

/** Tests, and the helpers that only they use. */
const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file) || isTestHelper(file);

const isTestHelper = (file: string): boolean => /(^|\/)testing\.tsx?$/.test(file);

function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** The path from the project's folder, if the import is of a file of the project. */
function projectPath(file: string, from: string): string | undefined {
  if (from.startsWith('.')) return posix.join(posix.dirname(file), from);
  // The aliases that WXT defines for the project's folder.
  return /^(?:@@?|~~?)\/(.*)$/.exec(from)?.[1];
}

function layerOf(path: string): string | undefined {
  return Object.keys(layers).find((layer) => isIn(path, [layer]));
}

function isExtensionPackage(from: string): boolean {
  return isIn(from, extensionPackages);
}

/** Checks one file against the table; `file` is its path from the project's folder. */
export function breachesOf(file: string, code: string): Breach[] {
  const name = layerOf(file);
  if (name === undefined) {
    return [`${file}: belongs to no layer; give its folder a line in scripts/layers/table.ts`];
  }
  const layer = layers[name] ?? { mayImport: [] };
  const test = isTest(file);
  const mayTouchApis = layer.extensionApi === true || test;
  const { imports, uses } = importsOf(file, code);
  const breaches: Breach[] = [];
  const apiRule = `${name} may not touch extension APIs; only ${Object.keys(layers)
    .filter((one) => layers[one]?.extensionApi && one !== 'tests')
    .join(' and ')} may`;

  for (const { from, line, typeOnly } of imports) {
    const path = projectPath(file, from);
    if (path === undefined) {
      if (isExtensionPackage(from) && !mayTouchApis) {
        breaches.push(`${file}:${line} imports ${from}: ${apiRule}`);
      }
      continue;
    }
    const rule = brokenRule(name, path, { test, typeOnly });
    if (rule) breaches.push(`${file}:${line} imports ${path}: ${rule}`);
  }
  for (const { name: used, line } of mayTouchApis ? [] : uses) {
    if (extensionGlobals.includes(used)) breaches.push(`${file}:${line} uses ${used}: ${apiRule}`);
  }
  return breaches;
}

interface Circumstances {
  readonly test: boolean;
  readonly typeOnly: boolean;
}

function brokenRule(name: string, path: string, { test, typeOnly }: Circumstances) {
  const layer = layers[name] ?? { mayImport: [] };
  if (isTestHelper(path) && !test) return 'only tests may import testing.ts';
  if (isIn(path, [name])) return undefined;
  const forbidden = layer.mayNotImport ?? [];
  if (isIn(path, forbidden)) return `${name} may not import ${forbidden.join(', ')}`;
  if (isIn(path, layer.mayImport)) return undefined;
  if (test && isIn(path, testsMayImport)) return undefined;
  if (test && typeOnly && !isIn(name, productFolders) && isIn(path, productFolders)) {
    return undefined;
  }
  return layer.mayImport.length === 0
    ? `${name} imports no other part of the project`
    : `${name} may import only ${layer.mayImport.join(', ')}`;
}

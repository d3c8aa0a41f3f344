import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './steps.ts';

/** What is bundled although WXT brings it along. */
const BROUGHT_ALONG = ['@wxt-dev/storage', '@wxt-dev/browser'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What dependencies need only while the extension is built. */
const AT_BUILD = new Set(['chokidar', 'confbox', 'tinyglobby', '@types/har-format']);

async function packageIn(folder: string): Promise<Package> {
  return { folder, manifest: JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) };
}

async function licenceOf(folder: string): Promise<string | undefined> {
  const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.|$)/i.test(one));
  return file === undefined ? undefined : (await readFile(join(folder, file), 'utf8')).trim();
}

/** The packages that are bundled into the extension: the dependencies and theirs, by name. */
async function bundled(): Promise<Package[]> {
  const { manifest } = await packageIn(root);
  const waiting = [...Object.keys(manifest.dependencies ?? {}), ...BROUGHT_ALONG];
  const found = new Map<string, Package>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name) || AT_BUILD.has(name)) continue;
    const one = await packageIn(join(root, 'node_modules', name));
    found.set(name, one);
    waiting.push(...Object.keys(one.manifest.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => a.manifest.name.localeCompare(b.manifest.name));
}

/** The licence of Vodsweep and those of all that is bundled with it, as one text. */
export async function licences(): Promise<string> {
  const parts = [`Vodsweep\n\n${await licenceOf(root)}`];
  for (const { folder, manifest } of await bundled()) {
    const text = (await licenceOf(folder)) ?? `Licence: ${manifest.license}`;
    parts.push(`${manifest.name} ${manifest.version}\n\n${text}`);
  }
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

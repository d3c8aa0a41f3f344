import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunOptions, root, runNode } from './steps.ts';

/** The packages of the tools that have another name than their package. */
const packages: Readonly<Record<string, string>> = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
  playwright: '@playwright/test',
};

/**
 * Runs a command-line tool of a dependency, as `npx` would.
 * @returns What it printed, unless it was shown.
 * @throws {CommandFailed} As `run`.
 */
export async function runTool(
  name: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<string> {
  const folder = join(root, 'node_modules', packages[name] ?? name);
  const manifest: { readonly bin: string | Readonly<Record<string, string>> } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const { bin } = manifest;
  const script = typeof bin === 'string' ? bin : bin[name];
  if (script === undefined) throw new Error(`${folder} has no program ${name}`);
  return runNode([join(folder, script), ...args], options);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Advice, root, run } from './steps.mjs';

// From here on Node runs TypeScript as it is.
const oldest = [22, 18];

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** The Node that runs the project: the one that npm brought along, else this one if it will do. */
export function nodePath() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const prefix of ['node', 'node-bin']) {
    const name = `${prefix}-${platform}-${process.arch}`;
    const path = join(root, 'node_modules', name, 'bin', file);
    if (existsSync(path)) return path;
  }
  if (isRecent(process.versions.node)) return process.execPath;
  throw new Advice(`Node ${process.versions.node} is too old, and npm brought no Node for \
${platform}-${process.arch} along. Install Node ${oldest.join('.')} or later (https://nodejs.org).`);
}

/** Runs a script by the project's Node; options as of `run`. */
export function runNode(args, options) {
  return run(nodePath(), args, options);
}

/** Runs a command-line tool of a dependency, as `npx` would. */
export async function runTool(name, args, options) {
  const packages = { biome: '@biomejs/biome', tsc: 'typescript', playwright: '@playwright/test' };
  const folder = join(root, 'node_modules', packages[name] ?? name);
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const script = join(folder, typeof bin === 'string' ? bin : bin[name]);
  return runNode([script, ...args], options);
}

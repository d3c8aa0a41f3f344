import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Advice, CommandFailed, root, run, step } from './steps.mjs';

async function packagesIn(...path) {
  try {
    return JSON.parse(await readFile(join(root, ...path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list at the very
 * end of an installation, so that an interrupted one has none.
 */
export async function dependenciesAreCurrent() {
  const [wanted, installed] = await Promise.all([
    packagesIn('package-lock.json'),
    packagesIn('node_modules', '.package-lock.json'),
  ]);
  if (!wanted || !installed) return false;
  const missing = Object.entries(wanted).some(([path, entry]) => {
    if (path === '') return false;
    const there = installed[path];
    // What is for other platforms, or failed and may be done without, is not installed.
    if (!there) return !entry.optional && !entry.devOptional && !entry.peer;
    return there.version !== entry.version || there.integrity !== entry.integrity;
  });
  return !missing && Object.keys(installed).every((path) => path in wanted);
}

/** Installs the dependencies of package-lock.json, unless they are there. */
export async function ensureDependencies() {
  if (await dependenciesAreCurrent()) return;
  try {
    await step('Installing dependencies (npm ci; about a minute)', npmCi);
  } catch (error) {
    if (error instanceof CommandFailed) {
      throw new Advice(`${error.output}
${error.message}
The dependencies could not be installed. Is the npm registry within reach? Then run: npm ci`);
    }
    throw error;
  }
}

async function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--no-progress'];
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) await run(process.execPath, [npm, ...args]);
  else await run('npm', args, { shell: process.platform === 'win32' });
}

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Advice, root } from './project.mjs';

async function packagesIn(...path) {
  try {
    return JSON.parse(await readFile(join(root, ...path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list at the very
 * end of an installation, so an interrupted installation has none.
 */
async function dependenciesAreCurrent() {
  const [wanted, installed] = await Promise.all([
    packagesIn('package-lock.json'),
    packagesIn('node_modules', '.package-lock.json'),
  ]);
  if (!wanted || !installed) return false;
  const missing = Object.entries(wanted).some(([path, entry]) => {
    if (path === '') return false;
    const there = installed[path];
    // Packages for other platforms, and optional ones that failed, are not installed.
    if (!there) return !entry.optional && !entry.devOptional && !entry.peer;
    return there.version !== entry.version || there.integrity !== entry.integrity;
  });
  return !missing && Object.keys(installed).every((path) => path in wanted);
}

/**
 * Runs `npm ci`.
 * @returns {Promise<string | undefined>} What it printed, if it failed.
 */
function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--no-progress'];
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const shell = command === 'npm' && process.platform === 'win32';
  return new Promise((resolve) => {
    const stdio = ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, [...first, ...args], { cwd: root, shell, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : output));
  });
}

/**
 * Installs the dependencies of package-lock.json, unless they are there.
 * @throws {Advice} If they cannot be installed.
 */
export async function ensureDependencies() {
  if (await dependenciesAreCurrent()) return;
  const start = performance.now();
  process.stdout.write('Installing dependencies (npm ci; about a minute) … ');
  const problem = await npmCi();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${problem === undefined ? '' : 'failed, '}${seconds} s`);
  if (problem === undefined) return;
  throw new Advice(`${problem}
The dependencies could not be installed. Is the npm registry within reach? Then run: npm ci`);
}

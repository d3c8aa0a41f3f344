import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { nodePath } from './bootstrap/node.mjs';
import { Advice, root } from './bootstrap/project.mjs';

// Runs a TypeScript file by the project's own Node, on any Node from 20 on and in a fresh clone:
// node scripts/run.mjs <file.ts> [arguments]

/** Resolves with the exit code of the file. */
function handOver([file, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(nodePath(), [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
    // Ctrl-C in a terminal reaches the child by itself; this process waits for it to end.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

try {
  const [file] = process.argv.slice(2);
  if (!file) throw new Advice('Usage: node scripts/run.mjs <file.ts> [arguments]');
  if (!existsSync(join(root, file))) throw new Advice(`There is no ${file}.`);
  await ensureDependencies();
  process.exitCode = await handOver(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Advice ? `\n${error.message}` : error);
  process.exitCode = 1;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, runNode } from './setup.mjs';
import { Advice, root, runMain } from './steps.mjs';

// Runs a TypeScript file by the project's own Node: node scripts/run.mjs <file> [arguments]
await runMain(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Advice('Usage: node scripts/run.mjs <file.ts> [arguments]');
  if (!existsSync(join(root, file))) throw new Advice(`There is no ${file}.`);
  await ensureDependencies();
  await runNode([join(root, file), ...args], { show: true });
});

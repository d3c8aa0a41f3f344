import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildForChrome, setUp, setUpBrowser } from './setup.ts';
import { Advice, root, runMain, runNode } from './steps.ts';

// Builds the extension, then runs a TypeScript file that drives the build in a browser:
// node scripts/run.mjs scripts/on-build.ts <file.ts> [arguments]
await runMain(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file)
    throw new Advice('Usage: node scripts/run.mjs scripts/on-build.ts <file.ts> [arguments]');
  if (!existsSync(join(root, file))) throw new Advice(`There is no ${file}.`);
  await setUp();
  await setUpBrowser();
  await buildForChrome();
  await runNode([join(root, file), ...args], { show: true });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode, runTool, setUp, setUpBrowser } from './setup.mjs';
import { Advice, root, runMain, step } from './steps.mjs';

// Everything from a fresh clone to a TypeScript file that drives the production build in a browser:
// node scripts/on-build.mjs <file> [arguments]
await runMain(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Advice('Usage: node scripts/on-build.mjs <file.ts> [arguments]');
  if (!existsSync(join(root, file))) throw new Advice(`There is no ${file}.`);
  await setUp();
  await setUpBrowser();
  await step('Building the extension (wxt build)', () => runTool('wxt', ['build']));
  await runNode([join(root, file), ...args], { show: true });
});

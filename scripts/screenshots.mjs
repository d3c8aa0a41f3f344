import { join } from 'node:path';
import { runNode, runTool, setUp, setUpBrowser } from './setup.mjs';
import { root, runMain, step } from './steps.mjs';

// npm run screenshots: everything from a fresh clone to the pictures for stores.
await runMain(async () => {
  await setUp();
  await setUpBrowser();
  await step('Building the extension (wxt build)', () => runTool('wxt', ['build']));
  await runNode([join(root, 'scripts/screenshots/main.ts')], { show: true });
});

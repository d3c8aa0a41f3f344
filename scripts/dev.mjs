import { join } from 'node:path';
import { runNode, setUp, setUpBrowser } from './setup.mjs';
import { root, runMain } from './steps.mjs';

// npm run dev [-- --headless] [-- --once]: a browser with the extension that reloads itself.
await runMain(async () => {
  await setUp();
  await setUpBrowser();
  await runNode([join(root, 'scripts/dev.ts'), ...process.argv.slice(2)], { show: true });
});

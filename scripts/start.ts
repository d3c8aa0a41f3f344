import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForChrome, setUp, setUpBrowser } from './setup.ts';
import { root, runMain, runNode } from './steps.ts';

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

// npm start [-- --headless]: everything from a fresh clone to the extension in a browser.
await runMain(async () => {
  const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
  await setUp();
  await setUpBrowser();
  await buildForChrome();
  if (!values.headless && hasDisplay()) {
    await runNode([join(root, 'scripts/demo.ts')], { show: true });
    return;
  }
  if (!values.headless) console.log('There is no display, so the tour is played without a window.');
  await rm(join(root, '.output', 'tour'), { recursive: true, force: true });
  await runNode([join(root, 'scripts/tour/main.ts')], { show: true });
});

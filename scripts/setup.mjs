import { findBrowser } from './browser.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findFirefox } from './firefox.mjs';
import { runTool } from './node.mjs';
import { step } from './steps.mjs';

/** Brings the project into a state in which everything else runs: dependencies, generated types. */
export async function setUp() {
  await ensureDependencies();
  await step('Generating types (wxt prepare)', () => runTool('wxt', ['prepare']));
}

/** Finds or installs a browser, and names it to children as VODSWEEP_BROWSER. */
export async function setUpBrowser() {
  // Not a step of its own when it installs, since that prints its own lines.
  const browser = await findBrowser();
  console.log(`Browser: ${browser.version} (${browser.path})`);
  process.env.VODSWEEP_BROWSER = browser.path;
  return browser;
}

/** As `setUpBrowser` for Firefox, named as VODSWEEP_FIREFOX; gives why there is none, if so. */
export async function setUpFirefox() {
  const firefox = await findFirefox();
  if ('missing' in firefox) return firefox.missing;
  console.log(`Firefox: ${firefox.version} (${firefox.path})`);
  process.env.VODSWEEP_FIREFOX = firefox.path;
  return undefined;
}

export { runNode, runTool } from './node.mjs';
export { ensureDependencies, findBrowser };

import { type Browser, findBrowser } from './browser.ts';
import { findFirefox } from './firefox.ts';
import { step } from './steps.ts';
import { runTool } from './tools.ts';

/** Generates the types that TypeScript needs before it can check anything. */
export async function setUp(): Promise<void> {
  await step('Generating types (wxt prepare)', () => runTool('wxt', ['prepare']));
}

/** Builds the extension for Chrome, Chromium and Edge. */
export async function buildForChrome(): Promise<void> {
  await step('Building the extension (wxt build)', () => runTool('wxt', ['build']));
}

/**
 * Finds or installs a browser, and names it to children as VODSWEEP_BROWSER.
 * @throws {Advice} If there is none and none can be installed.
 */
export async function setUpBrowser(): Promise<Browser> {
  // Not a step of its own when it installs, since that prints its own lines.
  const browser = await findBrowser();
  console.log(`Browser: ${browser.version} (${browser.path})`);
  process.env.VODSWEEP_BROWSER = browser.path;
  return browser;
}

/**
 * As `setUpBrowser` for Firefox, named as VODSWEEP_FIREFOX.
 * @returns Why there is none, if so.
 */
export async function setUpFirefox(): Promise<string | undefined> {
  const firefox = await findFirefox();
  if ('missing' in firefox) return firefox.missing;
  console.log(`Firefox: ${firefox.version} (${firefox.path})`);
  process.env.VODSWEEP_FIREFOX = firefox.path;
  return undefined;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type ExtensionBrowser, launchBrowser } from '../tests/drive/chromium/browser.ts';
import { ExtensionDriver } from '../tests/drive/chromium/driver.ts';
import { setUp, setUpBrowser } from './setup.ts';
import { root, runMain } from './steps.ts';

// npm run dev [-- --headless --once]: opens a browser with a development build that reloads itself, an
// account and the demo site, until it is closed. `--once`: ends after the first change of a file that
// the options page shows.
const build = join(root, '.output/chrome-mv3-dev');
const headless = process.argv.includes('--headless');
const once = process.argv.includes('--once');

/** Starts WXT's development server; resolves once the first build is written. */
function startServer(): Promise<ChildProcess> {
  rmSync(build, { recursive: true, force: true });
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const server = spawn(process.execPath, [wxt], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The development server ended with ${code}`)));
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      if (text.includes('Built extension')) resolve(server);
    });
  });
}

/** Ends the server, and resolves when it has ended. */
function stopServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill();
  });
}

/** Fills an account in and opens the demo site. */
async function prepare(browser: ExtensionBrowser, sandbox: Sandbox): Promise<ExtensionDriver> {
  const driver = new ExtensionDriver(browser);
  const fillIn = () => driver.saveAccount(sandbox.accounts[0]);
  await fillIn();
  // The key is kept for the session, which ends when the extension reloads.
  browser.context.on('serviceworker', () => {
    fillIn()
      .then(() => driver.closeConsole())
      .catch((error: unknown) => console.error('The key was not filled in again:', error));
  });
  const [first] = browser.context.pages();
  const site = first ?? (await browser.context.newPage());
  await site.goto(sandbox.site);
  await driver.closeConsole();
  await site.bringToFront();
  return driver;
}

/** Resolves when the heading of the options page has another text than at first. */
async function firstChange(driver: ExtensionDriver): Promise<void> {
  const page = await driver.openExtensionPage('options.html');
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.innerText();
  console.log(`Watching: ${before}`);
  await heading.filter({ hasNotText: before }).waitFor({ timeout: 60_000 });
  console.log(`Reloaded: ${await heading.innerText()}`);
}

function ended(browser: ExtensionBrowser, server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    browser.context.once('close', () => resolve());
    server.once('exit', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

await runMain(async () => {
  await setUp();
  const { path: executable } = await setUpBrowser();
  const server = await startServer();
  const sandbox = await startSandbox();
  const browser = await launchBrowser({
    executable,
    sandbox,
    headless,
    extension: build,
    viewport: null,
    endOnSignal: false,
  });
  const end = ended(browser, server);
  try {
    const driver = await prepare(browser, sandbox);
    console.log(`
The demo site is open, and the account "${sandbox.accounts[0].name}" is filled in. VOD is played by
this machine: make it misbehave at https://sandbox.test/

A change in components/ shows at once in the open pages of the extension. A change of a file of the
worker, or of a text, reloads the extension: its pages close, and the key is filled in again. After a
change of a content script, load the page of the site again.

Close the browser or press Ctrl-C to end.`);
    await (once ? Promise.race([firstChange(driver), end]) : end);
  } finally {
    await browser.close();
    await sandbox.close();
    await stopServer(server);
  }
});

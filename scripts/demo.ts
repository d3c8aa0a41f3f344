import { startSandbox } from '../sandbox/sandbox.ts';
import { launchBrowser } from '../tests/drive/chromium/browser.ts';
import { ExtensionDriver } from '../tests/drive/chromium/driver.ts';

// Opens a browser window with the extension, an account and the demo site, until it is closed.
const executable = process.env.VODSWEEP_BROWSER;
if (!executable) throw new Error('VODSWEEP_BROWSER is not set. Run: npm start');
const headless = process.argv.includes('--headless');

const sandbox = await startSandbox();
const browser = await launchBrowser({
  executable,
  sandbox,
  headless,
  viewport: null,
  endOnSignal: false,
});
const { context } = browser;
const closed = new Promise<void>((resolve) => {
  context.once('close', () => resolve());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});

const driver = new ExtensionDriver(browser);
const [account] = sandbox.accounts;
await driver.saveAccount(account);
const [first] = context.pages();
const site = first ?? (await context.newPage());
await site.goto(sandbox.site);
await driver.closeConsole();
await site.bringToFront();

console.log(`
The demo site is open, and the account "${account.name}" is filled in. Nothing here is real:
VOD, its CDN and the site are played by this machine, and real VOD is out of the browser's reach.

Try this:
  1. Click the Vodsweep icon in the toolbar (if it is not there: behind the puzzle piece).
  2. Select images, press "Delete…", confirm, and watch.
  3. Load the page again: the CDN still serves its copies of what it had, as in life.
  4. Open ${sandbox.site}course/1 and delete by ImageId, or a video's
     images by its VideoId.
  5. Make it misbehave, or undo everything: https://sandbox.test/

Close the browser or press Ctrl-C to end.`);

await closed;
await browser.close();
await sandbox.close();

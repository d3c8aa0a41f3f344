import { parseArgs } from 'node:util';
import { findBrowser } from '../../../scripts/browser.mjs';
import { launchBrowser } from '../../../scripts/extension-browser.ts';
import { ExtensionDriver } from '../../../scripts/extension-driver.ts';
import { takeLooks } from './in-page.ts';
import { measure, type Sample } from './measure.ts';
import { plainPage } from './plain-page.ts';
import { printTable } from './print.ts';
import { account, addressesOf, SITE, sitePage, startWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
  },
  // Options of other parts are theirs.
  strict: false,
});
const rows = Number(values.rows);
const runs = Number(values.runs);

const { path: executable, version } = await findBrowser({ mayInstall: false });
const world = await startWorld();
const addresses = addressesOf(rows);
world.serve('/', sitePage(addresses));
const browser = await launchBrowser({ executable, sandbox: world.sandbox });
const driver = new ExtensionDriver(browser);

await driver.send('saveAccount', {
  account,
  credentials: { accessKeyId: 'LTAI5tBenchBenchBenchBench', accessKeySecret: 'x'.repeat(30) },
});
await driver.grantSite(SITE);
const { tabId } = await driver.openSite(SITE);
const popupAddress = driver.addressOf(`popup.html?tabId=${tabId}`);
const first = await driver.openPopup(tabId);
await first.setViewportSize({ width: 780, height: 600 });
await first.locator(`[role=grid][aria-rowcount="${rows}"]`).waitFor();
world.serve('/plain', plainPage(await first.evaluate(takeLooks), addresses));
await first.close();
await driver.closeConsole();

console.log(`${version}; ${rows.toLocaleString('en')} rows, median of ${runs}.\n`);
const popup: Sample[] = [];
const plain: Sample[] = [];
const context = browser.context;
// The first of each fills the browser's caches; then turn and turn about.
for (let run = 0; run <= runs; run++) {
  const one = await measure(context, popupAddress);
  const other = await measure(context, `${SITE}/plain`);
  if (one.rows !== rows || other.rows !== rows) {
    throw new Error(`The popup lists ${one.rows} of ${rows}, the plain page ${other.rows}`);
  }
  if (run === 0) continue;
  popup.push(one);
  plain.push(other);
}
printTable(popup, plain);
await browser.close();
world.close();

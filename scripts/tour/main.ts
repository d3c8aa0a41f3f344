import { startSandbox } from '../../sandbox/sandbox.ts';
import { launchBrowser } from '../../tests/drive/chromium/browser.ts';
import { ExtensionDriver } from '../../tests/drive/chromium/driver.ts';
import { faultsOfCalls } from './judge.ts';
import { takePictures } from './pictures.ts';
import { scenes } from './scenes.ts';
import { type Stage, say } from './tour.ts';

// Plays the main job without a window: exits with 0 only if every image ended as it should.
const executable = process.env.VODSWEEP_BROWSER;
if (!executable) throw new Error('VODSWEEP_BROWSER is not set. Run: npm start -- --headless');

const sandbox = await startSandbox();
const browser = await launchBrowser({ executable, sandbox });
const stage: Stage = { sandbox, driver: new ExtensionDriver(browser) };
let failed = 0;

browser.context.setDefaultTimeout(15_000);

/** Closes what a scene that failed has left open. */
async function closeSites(): Promise<void> {
  const kept = await stage.driver.console();
  const left = browser.context.pages().filter((page) => page !== kept);
  await Promise.all(left.map((page) => page.close()));
}

console.log('\nSetting the stage');
const [account] = sandbox.accounts;
await stage.driver.saveAccount(account);
say(`The account "${account.name}" is filled in`);
await stage.driver.grantSite(sandbox.site);
say(`The extension may read ${sandbox.site}, as after a click on its icon`);

for (const { title, play } of scenes) {
  console.log(`\n${title}`);
  sandbox.clearCalls();
  try {
    const faults = [...(await play(stage)), ...faultsOfCalls(sandbox)];
    for (const fault of faults) say(`✗ ${fault}`);
    if (faults.length > 0) failed += 1;
    else say('✓ As it should be, and nothing else is gone');
  } catch (error) {
    failed += 1;
    say(`✗ ${error instanceof Error ? error.message : error}`);
    const page = browser.context.pages().at(-1);
    if (page) await takePictures(page, `failed-${failed}`);
    await closeSites();
  }
}

await browser.close();
await sandbox.close();
console.log(`\nPictures: .output/tour/`);
console.log(
  failed === 0 ? 'Every image ended as it should.' : `${failed} of ${scenes.length} parts failed.`,
);
if (failed > 0) process.exitCode = 1;

import { existsSync } from 'node:fs';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { findFirefox } from '../../../scripts/firefox.ts';
import { FirefoxDriver } from '../../drive/firefox/driver.ts';
import { expect, test } from '../../drive/firefox/fixture.ts';
import { launchFirefox } from '../../drive/firefox/launch.ts';
import { managedScript, NOTHING_SET, WRITTEN } from '../../drive/managed.ts';

/** Where Firefox on Linux looks for policies before any other place. */
const SYSTEM = '/etc/firefox/policies/policies.json';

/** Starts a Firefox with policies, if any, and gives what the product reads in it. */
async function readWith(sandbox: Sandbox, executable: string, policies?: object): Promise<unknown> {
  const browser = await launchFirefox({ executable, sandbox, ...(policies && { policies }) });
  try {
    const page = await new FirefoxDriver(browser).console();
    return await page.evaluateText(`${await managedScript()}
      return managed.readManaged().then((all) => ({ ...all, locked: [...all.locked] }));`);
  } finally {
    await browser.close();
  }
}

test('what a policy sets is what the product reads; without one, nothing is set', async ({
  sandbox,
}) => {
  const firefox = await findFirefox({ mayInstall: false });
  if ('missing' in firefox) throw new Error(firefox.missing);
  test.skip(existsSync(SYSTEM), `This computer has policies of its own, in ${SYSTEM}`);
  expect(await readWith(sandbox, firefox.path)).toEqual(NOTHING_SET);

  const written = { ...WRITTEN, largestJob: '50', more: 1 };
  const policies = { '3rdparty': { Extensions: { 'vodsweep@vodsweep.example': written } } };
  expect(await readWith(sandbox, firefox.path, policies)).toEqual({
    ...WRITTEN,
    largestJob: 1,
    faults: [
      { path: 'more', why: 'unknown' },
      { path: 'largestJob', why: 'unfit' },
    ],
  });
});

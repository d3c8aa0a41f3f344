import { existsSync } from 'node:fs';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { FirefoxDriver } from '../../drive/firefox/driver.ts';
import { expect, firefoxPath, test } from '../../drive/firefox/fixture.ts';
import { launchFirefox } from '../../drive/firefox/launch.ts';
import { managedScript, NOTHING_SET, WRITTEN } from '../../drive/managed.ts';

/** Where Firefox on Linux looks for policies before any other place. */
const SYSTEM = '/etc/firefox/policies/policies.json';

/**
 * Starts a Firefox, with policies if given.
 * @returns What the product reads in it.
 */
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

test('the product reads what a policy sets; without a policy, nothing is set', async ({
  sandbox,
}) => {
  const executable = await firefoxPath();
  test.skip(existsSync(SYSTEM), `This computer has policies of its own, in ${SYSTEM}`);
  expect(await readWith(sandbox, executable)).toEqual(NOTHING_SET);

  const written = { ...WRITTEN, largestJob: '50', more: 1 };
  const policies = { '3rdparty': { Extensions: { 'vodsweep@vodsweep.example': written } } };
  expect(await readWith(sandbox, executable, policies)).toEqual({
    ...WRITTEN,
    largestJob: 1,
    faults: [
      { path: 'more', why: 'unknown' },
      { path: 'largestJob', why: 'unfit' },
    ],
  });
});

import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FirefoxDriver } from '../../scripts/firefox/driver.ts';
import { launchFirefox } from '../../scripts/firefox/launch.ts';
import { findFirefox } from '../../scripts/firefox.mjs';
import { managedScript, NOTHING_SET, WRITTEN } from '../managed.ts';
import { expect, test } from './fixture.ts';

/** Where Firefox on Linux looks for policies before any other place. */
const SYSTEM = '/etc/firefox/policies/policies.json';

/** Where it looks if the preference `toolkit.policies.perUserDir` says so, and only then. */
const FOLDER = `/run/user/${process.getuid?.()}/firefox`;

/** Starts a Firefox with policies and gives what the product reads in it. */
async function readIn(
  sandbox: Parameters<typeof launchFirefox>[0]['sandbox'],
  executable: string,
): Promise<unknown> {
  const browser = await launchFirefox({
    executable,
    sandbox,
    preferences: { 'toolkit.policies.perUserDir': true },
  });
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
  test.skip(process.platform !== 'linux', 'Policies can be tried only on Linux');
  test.skip(existsSync(SYSTEM), `This computer has policies of its own, in ${SYSTEM}`);
  expect(await readIn(sandbox, firefox.path)).toEqual(NOTHING_SET);

  const made = await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, 'policies.json');
  const policies = {
    '3rdparty': {
      Extensions: { 'vodsweep@vodsweep.example': { ...WRITTEN, largestJob: '50', more: 1 } },
    },
  };
  await writeFile(file, JSON.stringify({ policies }));
  try {
    expect(await readIn(sandbox, firefox.path)).toEqual({
      ...WRITTEN,
      largestJob: 1,
      faults: [
        { path: 'more', why: 'unknown' },
        { path: 'largestJob', why: 'unfit' },
      ],
    });
  } finally {
    await rm(file, { force: true });
    if (made !== undefined) await rm(made, { recursive: true, force: true });
  }
});

import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import type { ManagedSettings } from '../../utils/accounts/managed.ts';
import { expectAccessible } from '../drive/chromium/accessible.ts';
import { chromeBuild } from '../drive/chromium/browser.ts';
import { extensionIdOf } from '../drive/chromium/extension-id.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { managedScript, NOTHING_SET, WRITTEN } from '../drive/managed.ts';

declare const managed: typeof import('../../utils/accounts/managed.ts');
declare const told: ManagedSettings[];

/** Where Chromium on Linux looks for policies: https://www.chromium.org/administrators/linux-quick-start/ */
const POLICIES = '/etc/chromium/policies/managed';

/** Copies the build under an id of its own, so that the policy affects no other installation. */
async function buildWithOwnId(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vodsweep-managed-'));
  await cp(chromeBuild, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, key }));
  return folder;
}

/** @returns What the product reads, in a form that can be sent out of the page. */
function read(page: Page) {
  return page.evaluate(async () => {
    const settings = await managed.readManaged();
    return { ...settings, locked: [...settings.locked] };
  });
}

test('the product reads what a policy sets, also after a change', async ({ ownBrowser }) => {
  test.setTimeout(180_000);
  const { version } = await findBrowser({ mayInstall: false });
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0 || !version.startsWith('Chromium'),
    'Policies can be tried only as root on Linux, in Chromium',
  );
  const extension = await buildWithOwnId();
  const id = await extensionIdOf(extension);
  const made = await mkdir(POLICIES, { recursive: true });
  const policy = join(POLICIES, `vodsweep-test-${id}.json`);
  const set = (settings: object) =>
    writeFile(policy, JSON.stringify({ '3rdparty': { extensions: { [id]: settings } } }));
  await set(WRITTEN);
  const { driver, close } = await ownBrowser({ extension });
  try {
    const page = await driver.console();
    await page.evaluate(`${await managedScript()}; globalThis.managed = managed`);
    await expect.poll(() => read(page)).toEqual({ ...WRITTEN, faults: [] });

    const options = await driver.openExtensionPage('options.html');
    const rows = options.getByRole('list', { name: 'Accounts' }).getByRole('listitem');
    await expect(rows.filter({ hasText: 'Acme Video' })).toContainText('Current');
    await expect(options.getByText('Your administrator set this for Vodsweep')).toBeVisible();
    await expectAccessible(options);

    await page.evaluate(() => {
      Object.assign(globalThis, { told: [] });
      managed.observeManaged((settings) => told.push(settings));
    });
    await set({ largestJob: 7 });
    await expect
      .poll(() => page.evaluate(() => told.at(-1)?.largestJob), { timeout: 60_000 })
      .toBe(7);
    expect(await read(page)).toEqual({ ...NOTHING_SET, largestJob: 7 });

    // These values have the right types, so Chromium accepts them.
    const account = WRITTEN.accounts[0];
    await set({
      largestJob: 0,
      accounts: [{ ...account, region: 'atlantis' }, account],
      locked: ['moon'],
    });
    await expect
      .poll(() => read(page), { timeout: 60_000 })
      .toEqual({
        ...NOTHING_SET,
        largestJob: 1,
        accounts: [account],
        faults: [
          { path: 'accounts.0.region', why: 'unfit' },
          { path: 'largestJob', why: 'unfit' },
          { path: 'locked.0', why: 'unfit' },
        ],
      });
  } finally {
    await close();
    await rm(policy, { force: true });
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    await rm(extension, { recursive: true, force: true });
  }
});

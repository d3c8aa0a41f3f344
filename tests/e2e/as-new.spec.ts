import { BesidePage } from '../drive/chromium/beside-page.ts';
import type { ExtensionDriver } from '../drive/chromium/driver.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { review } from '../drive/chromium/review.ts';
import { badgeText, grantedSites, switchMarks } from '../drive/chromium/watching.ts';

// Tests share a browser. What one of them leaves behind must not be there for the next.

/** What the extension and the browser hold, without what each new worker writes at its start. */
async function held(driver: ExtensionDriver) {
  await driver.wake();
  const page = await driver.console();
  const { hosts } = await (await driver.settings()).evaluate(async (id) => {
    const { permissions } = await chrome.developerPrivate.getExtensionInfo(id);
    return { hosts: permissions.runtimeHostPermissions?.hosts ?? [] };
  }, driver.extensionId);
  return {
    ...(await page.evaluate(async () => {
      const records: string[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const open = indexedDB.open(name);
        await new Promise((done) => open.addEventListener('success', done));
        for (const store of open.result.objectStoreNames) {
          const count = open.result.transaction(store).objectStore(store).count();
          await new Promise((done) => count.addEventListener('success', done));
          if (count.result > 0) records.push(`${name}.${store}`);
        }
        open.result.close();
      }
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return {
        records,
        local: Object.keys(await chrome.storage.local.get(null)).sort(),
        session: Object.keys(await chrome.storage.session.get(null)).sort(),
        scripts: scripts.map(({ id }) => id),
        alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
        tabs: (await chrome.tabs.query({})).length,
      };
    })),
    granted: await grantedSites(driver),
    allowed: hosts.filter(({ host }) => host.includes('acme-learning')),
    cookies: await driver.context.cookies(),
  };
}

test('what a test did to the browser is gone for the next one', async ({ driver, sandbox }) => {
  const before = await held(driver);
  const { site, tabId, popup } = await review(driver, sandbox, '/');

  // A job that waits, a collection, a report, marks, a vault, a popup of the browser's own.
  await driver.setGrace(600);
  await popup.selectAll();
  await popup.page.getByRole('button', { name: 'Collect', exact: true }).click();
  await popup.askToDelete();
  await popup.confirm();
  await driver.send('makeVault', { passphrase: 'glacier unfold barista nimbly' });
  await switchMarks(driver, true);
  await driver.context.addCookies([{ name: 'seen', value: '1', url: sandbox.site }]);
  await driver.context.route('**/site.css', (route) => route.abort());
  await expect.poll(() => badgeText(driver, tabId)).not.toBe('');
  await BesidePage.popup(driver, { page: site, tabId });
  expect(await popupsOf(driver)).toHaveLength(2);

  const dirty = await held(driver);
  expect(dirty.records.length).toBeGreaterThan(before.records.length);
  expect(dirty.local.length).toBeGreaterThan(before.local.length);
  expect(dirty.session.length).toBeGreaterThan(before.session.length);
  expect(dirty.scripts).not.toEqual(before.scripts);
  expect(dirty.alarms).not.toEqual(before.alarms);
  expect(dirty.tabs).toBeGreaterThan(before.tabs);
  expect(dirty.granted).not.toEqual(before.granted);
  expect(dirty.allowed).not.toEqual(before.allowed);
  expect(dirty.cookies).not.toEqual(before.cookies);

  await driver.startAnew();
  await driver.installQuietly();
  expect(await held(driver)).toEqual(before);
  expect(await popupsOf(driver)).toEqual([]);

  // Neither a route nor the cache answers for the site.
  const { page } = await driver.openSite('about:blank');
  const session = await driver.context.newCDPSession(page);
  await session.send('Network.enable');
  const cached: string[] = [];
  session.on('Network.requestServedFromCache', ({ requestId }) => cached.push(requestId));
  const style = page.waitForResponse('**/site.css');
  await page.goto(sandbox.site);
  expect((await style).status()).toBe(200);
  expect(cached).toEqual([]);
});

/** The popups of the extension. */
async function popupsOf(driver: ExtensionDriver): Promise<readonly string[]> {
  const session = await driver.context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } = (await session?.send('Target.getTargets')) ?? {};
  await session?.detach();
  return targetInfos
    .map(({ url }) => url)
    .filter((url) => url.startsWith(driver.addressOf('popup')));
}

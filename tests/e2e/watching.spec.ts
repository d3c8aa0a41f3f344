import { expect, test } from '../drive/chromium/fixture.ts';
import { keysOf, reportsOf, searched } from '../drive/chromium/reported.ts';
import {
  addMarkup,
  badge,
  badgeText,
  openNeighbour,
  revokeSite,
  settledBadge,
} from '../drive/chromium/watching.ts';

const SITE = 'https://www.acme-learning.example';

test('a granted site is spotted on load and counted on the badge; other sites are not', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
  saveAccount,
}) => {
  await saveAccount(sandbox.accounts[0]);
  await grantSite(SITE);
  const { page, tabId } = await openSite('/');
  // One image under several hosts of the account is one row.
  const paths = sandbox.expectedOn('/').addresses.map(({ bare }) => new URL(bare).pathname);
  const expected = new Set(paths).size;
  await expect.poll(() => badge(driver, tabId)).toEqual({ text: String(expected), grey: false });

  await page.goto(new URL('/empty', sandbox.site).href);
  expect(await searched(driver, tabId)).toBe(0);
  expect(await badgeText(driver, tabId)).toBe('');

  const neighbour = await openNeighbour(driver);
  await page.goto(`https://${new URL(sandbox.accounts[0].images[0]?.addresses.plain ?? '').host}/`);
  await neighbour.isCounted();
  expect(await badgeText(driver, tabId)).toBe('');
});

test('the badge of a page that is no longer watched keeps its count and turns grey', async ({
  driver,
  grantSite,
  openSite,
}) => {
  await grantSite(SITE);
  const { tabId } = await openSite('/course/1');
  const text = await settledBadge(driver, tabId);
  expect(await badge(driver, tabId)).toEqual({ text, grey: false });
  await revokeSite(driver, SITE);
  await expect.poll(() => badge(driver, tabId)).toEqual({ text, grey: true });
});

test('granting a site spots its open tabs, and revoking it stops that at once', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
}) => {
  const neighbour = await openNeighbour(driver);
  const { page, tabId } = await openSite('/');
  await neighbour.isCounted();
  expect(await badgeText(driver, tabId)).toBe('');
  await grantSite(SITE);
  await page.bringToFront();
  await expect.poll(() => badgeText(driver, tabId)).not.toBe('');

  const [more, later] = sandbox.accounts[0].images.slice(40);
  await addMarkup(page, `<img src="${more?.addresses.plain}">`);
  const keyOf = (address = '') => address.replace('https://', '').toLowerCase();
  await expect.poll(() => keysOf(driver, tabId)).toContain(keyOf(more?.addresses.plain));

  await revokeSite(driver, SITE);
  await neighbour.isCounted();
  await page.bringToFront();
  await addMarkup(page, `<img src="${later?.addresses.plain}">`);
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  await neighbour.isCounted();
  expect(await keysOf(driver, tabId)).not.toContain(keyOf(later?.addresses.plain));

  await page.reload();
  await neighbour.isCounted();
  expect(await badgeText(driver, tabId)).toBe('');
});

test('frames without an address of their own are spotted too', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
}) => {
  await grantSite(SITE);
  const { page, tabId } = await openSite('/hostile');
  const [inner, blank] = sandbox.accounts[0].images.map(({ addresses }) => addresses.plain);
  await page.evaluate(
    ([first, second]) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<img src="${first}">`;
      const empty = document.createElement('iframe');
      document.body.append(frame, empty);
      empty.contentDocument?.body.insertAdjacentHTML('beforeend', `<img src="${second}">`);
    },
    [inner, blank],
  );
  await expect.poll(() => badgeText(driver, tabId)).toBe('2');
});

test('a page that is left is no longer counted, and is counted again when it comes back', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
}) => {
  await grantSite(SITE);
  const { page, tabId } = await openSite('/course/1');
  const first = await settledBadge(driver, tabId);

  await page.goto(new URL('/course/2', sandbox.site).href);
  await expect
    .poll(async () => [...new Set((await reportsOf(driver, tabId)).map((one) => one.page))])
    .toEqual([`${SITE}/course/2`]);

  await page.goBack();
  await expect.poll(() => badgeText(driver, tabId)).toBe(first);
  await expect
    .poll(async () => [...new Set((await reportsOf(driver, tabId)).map((one) => one.page))])
    .toEqual([`${SITE}/course/1`]);
});

test('a page without VOD images does not start the worker', async ({
  context,
  driver,
  grantSite,
  killWorker,
  openSite,
  sandbox,
}) => {
  await grantSite(SITE);
  const { page, tabId } = await openSite('/empty');
  await searched(driver, tabId);
  await killWorker();
  const session = await context.newCDPSession(page);
  const workers = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(driver.addressOf('')),
    ).length;
  };
  await expect.poll(workers).toBe(0);
  for (const path of ['/empty', '/hostile', '/empty', '/hostile', '/empty']) {
    await page.goto(new URL(path, sandbox.site).href);
    // A worker that a page wakes as its search ends is seen after the next page.
    expect(await searched(driver, tabId)).toBe(0);
    expect(await workers()).toBe(0);
  }
  // The same check sees the worker when there is something to report.
  await page.goto(new URL('/course/1', sandbox.site).href);
  await expect.poll(workers).toBe(1);
});

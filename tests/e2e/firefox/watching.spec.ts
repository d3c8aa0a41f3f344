import { enterAccount, expect, review, test, watchSite } from '../../drive/firefox/fixture.ts';

test('a watched site is spotted when it loads and changes, and the badge counts its images', async ({
  driver,
  sandbox,
}) => {
  const [acme] = sandbox.accounts;
  await enterAccount(driver, acme);
  await watchSite(driver, sandbox.site);
  const { tab, tabId } = await driver.openSite(sandbox.site);
  const paths = sandbox.expectedOn('/').addresses.map(({ bare }) => new URL(bare).pathname);
  const count = new Set(paths).size;
  await expect.poll(() => driver.badge(tabId)).toBe(String(count));

  const more = acme.images.find(({ path }) => !paths.includes(`/${path}`.replace('//', '/')));
  await tab.evaluate((address) => {
    document.body.append(Object.assign(new Image(), { src: address }));
  }, more?.addresses.plain);
  await expect.poll(() => driver.badge(tabId)).toBe(String(count + 1));

  await tab.goto(new URL('/empty', sandbox.site).href);
  await expect.poll(() => driver.badge(tabId)).toBe('');
});

test('a page that was never in the foreground is spotted on request', async ({
  driver,
  sandbox,
}) => {
  // `review` checks that every row is there.
  const { site } = await review(driver, sandbox, '/', 'behind');
  expect(await site.evaluate(() => document.hidden)).toBe(true);
});

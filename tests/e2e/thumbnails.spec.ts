import { expectAccessible } from '../drive/chromium/accessible.ts';
import { BesidePage } from '../drive/chromium/beside-page.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { storageOf } from '../drive/chromium/stored.ts';
import { Popup } from '../drive/popup/popup.ts';
import {
  addImages,
  ask,
  askFor,
  askInVain,
  expectPicture,
  expectWords,
  gallery,
  missing,
  NOR,
  plainImages,
  said,
  thumbnailOf,
} from '../drive/popup/thumbnails.ts';

test('the popup shows images that only the site may load, if they are in view on the page', async ({
  driver,
  sandbox,
  saveAccount,
  openSite,
}) => {
  await saveAccount(sandbox.accounts[0]);
  sandbox.set({ hotlinkProtection: 1 });
  const { inView, below } = gallery(sandbox);
  const site = await openSite('/');
  await expect(site.page.locator(`img[src="${inView}"]`)).not.toHaveJSProperty('naturalWidth', 0);
  const popup = await BesidePage.popup(driver, site);
  await expectPicture(popup, inView, sandbox);
  await expectWords(popup, below, 'The host does not show it here');
  expect(JSON.stringify(await storageOf(driver))).not.toContain('data:image');

  // The page is not scrolled, and images out of view are reported as not shown now.
  await ask(popup);
  await expect.poll(() => said(popup)).toContain('does not show them now either');
  await expectWords(popup, below, NOR);
  expect(await site.page.evaluate(() => scrollY)).toBe(0);

  await site.page.locator(`img[src="${below}"]`).scrollIntoViewIfNeeded();
  await askFor(popup, below);
  await expectPicture(popup, below, sandbox);
});

test('the side panel does the same, and takes no picture of another tab', async ({
  ownBrowser,
  sandbox,
}) => {
  // The panel makes the page narrower, which an emulated size would hide.
  const { driver } = await ownBrowser({ viewport: null });
  await driver.saveAccount(sandbox.accounts[0]);
  sandbox.set({ hotlinkProtection: 1 });
  const { inView } = gallery(sandbox);
  const site = await driver.openSite(sandbox.site);
  const panel = await BesidePage.sidePanel(driver, site);
  await expect
    .poll(async () => {
      // The panel may still be opening, and the page moves meanwhile.
      await site.page
        .locator(`img[src="${inView}"]`)
        .evaluate((image) => image.scrollIntoView({ block: 'center' }));
      await ask(panel);
      return (await thumbnailOf(panel, inView))?.name;
    })
    .toContain('thumbnail-from-page');
  await expectPicture(panel, inView, sandbox);

  // A popup in its own tab hides the page that it reviews.
  const hiding = new Popup(await driver.openPopup(site.tabId));
  const thumbnail = hiding.images.getByRole('img', { name: NOR });
  await expect(thumbnail.first()).toBeVisible();
  await hiding.page.getByRole('button', { name: 'Show as on the page' }).click();
  await expect(hiding.page.getByText('The page is behind another tab.')).toBeVisible();
  await expect(hiding.images.locator('img[src^="data:"]')).toHaveCount(0);
  await expectAccessible(hiding.page);
});

test('each placeholder says what is known about its image', async ({
  driver,
  sandbox,
  saveAccount,
  openSite,
}) => {
  await saveAccount(sandbox.accounts[0]);
  sandbox.set({ hotlinkProtection: 1 });
  const [acme, other] = sandbox.accounts;
  const gone = missing(acme.bucket, 'E');
  const foreign = missing(other.ownDomains[0] ?? '', 'F');
  const { inView, below } = gallery(sandbox);
  const site = await openSite('/hostile');
  await addImages(
    site.page,
    `<img src="${gone}"><img src="${foreign}">
    <div style="position: relative; width: 200px">
      <img src="${inView}" width="200" height="120">
      <div style="position: absolute; inset: 0; background: maroon"></div>
    </div>
    <div style="height: 3000px"></div>
    <img src="${below}" crossorigin="anonymous" width="200" height="120">`,
  );
  const popup = await BesidePage.popup(driver, site);
  await expectWords(popup, gone, 'Gone: the host says that there is no such image');
  await expectWords(popup, foreign, 'The browser does not say why.');
  await expectWords(popup, inView, 'The host does not show it here');
  // Rows that became visible after the first search wait until the person asks again.
  await askInVain(popup, inView);
  // An element whose pixels may be read is shown even if it is out of view.
  await askFor(popup, below);
  await expectPicture(popup, below, sandbox, 'whole');
});

test('backgrounds, posters and drawings are shown too, unless they are covered or empty', async ({
  driver,
  sandbox,
  saveAccount,
  openSite,
}) => {
  await saveAccount(sandbox.accounts[0]);
  sandbox.set({ hotlinkProtection: 1 });
  const [background = '', poster = '', drawn = '', under = ''] = plainImages(sandbox);
  const empty = missing(sandbox.accounts[1].ownDomains[0] ?? '', 'F');
  const site = await openSite('/hostile');
  const size = 'width: 180px; height: 100px';
  await addImages(
    site.page,
    `<div style="width: 90px; height: 90px; border: 2px solid; border-radius: 50%; background: #ddd url('${empty}')"></div>
    <div style="${size}; background: center / cover url('${background}')"></div>
    <video style="${size}; object-fit: cover" poster="${poster}"></video>
    <svg style="${size}"><image href="${drawn}" width="200" height="120" preserveAspectRatio="xMidYMid slice"/></svg>
    <div style="${size}; background: center / cover url('${under}')">A caption</div>`,
  );
  const popup = await BesidePage.popup(driver, site);
  for (const address of [background, poster, drawn]) {
    await askFor(popup, address);
    await expectPicture(popup, address, sandbox, 'middle');
  }
  await askInVain(popup, under);
  await askInVain(popup, empty);
});

for (const [what, picture] of [
  ['an address instead of a picture', 'https://tracker.example/seen.png'],
  ['an SVG image instead of a picture', `data:image/svg+xml;base64,${btoa('<svg/>')}`],
  ['a picture that is too large', `data:image/png;base64,${'A'.repeat(100_000)}`],
  ['no numbers for a position', null],
] as const) {
  test(`an answer from the page with ${what} is dropped`, async ({
    driver,
    sandbox,
    saveAccount,
    grantSite,
    openSite,
  }) => {
    await saveAccount(sandbox.accounts[0]);
    await grantSite(sandbox.site);
    sandbox.set({ hotlinkProtection: 1 });
    const { inView } = gallery(sandbox);
    const site = await openSite('/');
    await expect(site.page.locator(`img[src="${inView}"]`)).not.toHaveJSProperty('naturalWidth', 0);
    const page = await driver.console();
    // Runs in the world of the extension's content scripts, where no page can do this.
    await page.evaluate(
      async ([tabId, source]) => {
        await chrome.scripting.executeScript({
          target: { tabId },
          args: [source],
          func: (given) => {
            if (given === null) {
              Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, Number.NaN, 9);
            } else HTMLCanvasElement.prototype.toDataURL = () => given;
          },
        });
      },
      [site.tabId, picture] as const,
    );
    const popup = await BesidePage.popup(driver, site);
    await expectWords(popup, inView, NOR);
  });
}

import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { fetchFrom } from '../../sandbox/client.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { launchBrowser } from '../../scripts/extension-browser.ts';
import { ExtensionDriver } from '../../scripts/extension-driver.ts';
import { Popup } from '../../scripts/tour/popup.ts';
import { expectAccessible } from './accessible.ts';
import { BesidePage } from './beside-page.ts';
import { expect, test } from './fixture.ts';
import { storageOf } from './steps.ts';

// Each test clicks the icon, and leaves a popup or a side panel behind.
test.use({ ownBrowser: true });

declare const chrome: {
  readonly scripting: {
    executeScript<Args extends unknown[]>(call: {
      target: { tabId: number };
      func: (...args: Args) => void;
      args: Args;
    }): Promise<unknown>;
  };
};

/** What a thumbnail shows. */
interface Shown {
  readonly name: string;
  readonly title: string;
  readonly width: number;
  /** The picture's average colour; absent where it may not be read or there is none. */
  readonly colour?: readonly number[];
}

/** Plain images of the gallery: the first stands in view in a tab of the usual size, the last far below. */
function gallery(sandbox: Sandbox): { readonly inView: string; readonly below: string } {
  const plain = sandbox
    .expectedOn('/')
    .addresses.filter(
      ({ carrier, account, address }) =>
        carrier === 'img src' &&
        account === sandbox.accounts[0].name &&
        !address.includes('aliyuncs.com'),
    );
  const inView = plain[0]?.address;
  const below = plain.at(-1)?.address;
  if (inView === undefined || below === undefined) throw new Error('The gallery is empty');
  return { inView, below };
}

/** The address of an image that was never there. */
const missing = (host: string, digit: string) =>
  `https://${host}/image/default/${digit.repeat(32)}-6-2.png`;

/** Filters the list to one image, and gives what its thumbnail shows. */
async function thumbnailOf(list: BesidePage, address: string): Promise<Shown | undefined> {
  const name = new URL(address).pathname.split('/').at(-1) ?? '';
  return list.evaluate(`(async () => {
    const field = document.querySelector('input[type="search"]');
    if (field === null) return undefined;
    if (field.value !== ${JSON.stringify(name)}) {
      field.value = ${JSON.stringify(name)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const thumbnail = document.querySelector('[role="row"] .thumbnail');
    if (thumbnail === null) return undefined;
    const image = thumbnail.querySelector('img');
    const shown = { name: thumbnail.className, title: thumbnail.title, width: image?.naturalWidth ?? 0 };
    if (!image?.src.startsWith('data:')) return shown;
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    const small = await createImageBitmap(image, { resizeWidth: 1, resizeHeight: 1, resizeQuality: 'high' });
    context.drawImage(small, 0, 0);
    return { ...shown, colour: [...context.getImageData(0, 0, 1, 1).data].slice(0, 3) };
  })()`);
}

/** How an image is shown: whole, or cut to the shape of the gallery’s cards. */
type Shape = 'whole' | 'card';

/** The average colour of the middle of an image, as its site gets it. */
async function colourOf(
  sandbox: Sandbox,
  address: string,
  shape: Shape,
): Promise<readonly number[]> {
  const edge = shape === 'card' ? 200 : 320;
  const { bytes } = await fetchFrom(sandbox, address, { headers: { referer: sandbox.site } });
  const middle = await sharp(bytes)
    .flatten()
    .resize(320, edge, { fit: 'cover' })
    .extract({ left: (320 - edge) / 2, top: 0, width: edge, height: edge })
    .png()
    .toBuffer();
  const { channels } = await sharp(middle).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

async function expectPicture(
  list: BesidePage,
  address: string,
  sandbox: Sandbox,
  shape: Shape = 'card',
): Promise<void> {
  await expect
    .poll(async () => (await thumbnailOf(list, address))?.name)
    .toContain('thumbnail-from-page');
  const shown = await thumbnailOf(list, address);
  expect(shown?.width).toBeGreaterThan(0);
  expect(shown?.title).toContain('As the page shows it');
  const colour = await colourOf(sandbox, address, shape);
  for (const [at, part] of colour.entries()) {
    expect(Math.abs((shown?.colour?.[at] ?? -1000) - part)).toBeLessThan(20);
  }
}

async function expectWords(list: BesidePage, address: string, words: string): Promise<void> {
  await expect.poll(async () => (await thumbnailOf(list, address))?.title).toContain(words);
  expect((await thumbnailOf(list, address))?.width).toBe(0);
}

/** Presses the button that takes pictures from the page. */
const ask = (list: BesidePage) =>
  list.evaluate(
    `[...document.querySelectorAll('button')].find((one) => one.textContent === 'Show as on the page')?.click()`,
  );

/** Presses it until it has brought the picture of an image: the page may still be moving. */
async function askFor(list: BesidePage, address: string): Promise<void> {
  await expect
    .poll(async () => {
      await ask(list);
      return (await thumbnailOf(list, address))?.name;
    })
    .toContain('thumbnail-from-page');
}

const said = (list: BesidePage) =>
  list.evaluate<string>(`document.querySelector('.review-notices').textContent`);

/** Puts images onto a page, and waits until each has loaded or failed. */
async function addImages(page: Page, markup: string): Promise<void> {
  await page.evaluate(async (html) => {
    const stage = document.querySelector('#stage');
    if (stage === null) return;
    stage.innerHTML = html;
    await Promise.all(
      [...stage.querySelectorAll('img')].map(
        (image) =>
          image.complete ||
          new Promise((resolve) => {
            image.onload = resolve;
            image.onerror = resolve;
          }),
      ),
    );
  }, markup);
}

const NOR = 'Nor could its picture be taken from the page.';

test('the popup shows what only the site may load as the page shows it, and no more than is in view', async ({
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

  // The page is not scrolled for it, and what is not in view is said not to be.
  await ask(popup);
  await expect.poll(() => said(popup)).toContain('does not show them now either');
  await expectWords(popup, below, NOR);
  expect(await site.page.evaluate(() => scrollY)).toBe(0);

  await site.page.locator(`img[src="${below}"]`).scrollIntoViewIfNeeded();
  await askFor(popup, below);
  await expectPicture(popup, below, sandbox);
});

test('the side panel does so too, and takes no picture of another tab', async ({
  executable,
  sandbox,
}) => {
  // The panel takes room from the page, which an emulated size would hide.
  const browser = await launchBrowser({ executable, sandbox, viewport: null });
  const driver = new ExtensionDriver(browser);
  await driver.saveAccount(sandbox.accounts[0]);
  sandbox.set({ hotlinkProtection: 1 });
  const { inView } = gallery(sandbox);
  const site = await driver.openSite(sandbox.site);
  const panel = await BesidePage.sidePanel(driver, site);
  await expect
    .poll(async () => {
      // The panel may still be taking its room, and the page moves as it does.
      await site.page
        .locator(`img[src="${inView}"]`)
        .evaluate((image) => image.scrollIntoView({ block: 'center' }));
      await ask(panel);
      return (await thumbnailOf(panel, inView))?.name;
    })
    .toContain('thumbnail-from-page');
  await expectPicture(panel, inView, sandbox);

  // A popup in a tab of its own hides the page that it reviews.
  const hiding = new Popup(await driver.openPopup(site.tabId));
  const thumbnail = hiding.images.getByRole('img', { name: NOR });
  await expect(thumbnail.first()).toBeVisible();
  await hiding.page.getByRole('button', { name: 'Show as on the page' }).click();
  await expect(hiding.page.getByText('The page is behind another tab.')).toBeVisible();
  await expect(hiding.images.locator('img[src^="data:"]')).toHaveCount(0);
  await expectAccessible(hiding.page);
  await browser.close();
});

test('each placeholder says what is known', async ({ driver, sandbox, saveAccount, openSite }) => {
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
  // Rows that came into sight after the first were looked for wait for the person.
  await ask(popup);
  await expectWords(popup, inView, NOR);
  // Its own element may be read, wherever it stands.
  await askFor(popup, below);
  await expectPicture(popup, below, sandbox, 'whole');
});

for (const [what, picture] of [
  ['an address for a picture', 'https://tracker.example/seen.png'],
  ['a drawing for a picture', `data:image/svg+xml;base64,${btoa('<svg/>')}`],
  ['more than a small picture', `data:image/png;base64,${'A'.repeat(100_000)}`],
  ['no numbers for a place', null],
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
    // In the world of the extension's own scripts, where no page can do this.
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

import type { ExtensionDriver } from '../drive/chromium/driver.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { collectedKeys } from '../drive/chromium/stored.ts';
import { badgeText } from '../drive/chromium/watching.ts';

const SITE = 'https://www.acme-learning.example';

/** Chooses an item of the context menu, as the browser reports it. */
async function choose(driver: ExtensionDriver, tabId: number, info: object): Promise<void> {
  const worker = await driver.worker();
  await worker.evaluate(([id, chosen]) => chrome.contextMenus.onClicked.dispatch(chosen, { id }), [
    tabId,
    { editable: false, pageUrl: 'https://www.acme-learning.example/#top', ...info },
  ] as const);
}

/** @returns All texts on a page, also in closed roots, from the browser's accessibility tree. */
async function saidOn(driver: ExtensionDriver, url: string): Promise<string> {
  const page = driver.context.pages().find((one) => one.url() === url);
  if (page === undefined) throw new Error(`No page at ${url}`);
  const session = await driver.context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const texts = nodes
    .filter(({ role }) => role?.value === 'StaticText')
    .map(({ name }) => name?.value);
  return texts.join('\n');
}

test('the menu collects an image, a linked image and ids, and says so on the page', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
  saveAccount,
}) => {
  await saveAccount(sandbox.accounts[0]);
  await grantSite(SITE);
  const { page, tabId } = await openSite('/empty');
  const [shown, linked, named] = sandbox.accounts[0].images;
  const keyOf = (address = '') => address.replace('https://', '').toLowerCase();

  await choose(driver, tabId, {
    menuItemId: 'collect-image',
    mediaType: 'image',
    srcUrl: shown?.addresses.signed,
  });
  await expect.poll(() => saidOn(driver, page.url())).toContain('Collected.');
  await choose(driver, tabId, { menuItemId: 'collect-image', linkUrl: linked?.addresses.plain });
  await choose(driver, tabId, {
    menuItemId: 'collect-image-id',
    selectionText: ` ${named?.imageId.toUpperCase()}. `,
  });
  await choose(driver, tabId, {
    menuItemId: 'collect-video-id',
    selectionText: `VideoId: ${sandbox.accounts[0].videos[0]?.videoId}`,
  });
  await expect.poll(() => collectedKeys(driver)).toHaveLength(4);
  const keys = await collectedKeys(driver);
  expect(keys).toContain(keyOf(linked?.addresses.plain));
  expect(keys).toContain(`image-id:${named?.imageId}`);
  expect(keys).toContain(`video-id:${sandbox.accounts[0].videos[0]?.videoId}`);
  // Later, nothing of the message is left on the page.
  await expect
    .poll(() => page.evaluate(() => document.documentElement.childElementCount), {
      timeout: 10_000,
    })
    .toBe(2);
});

test('anything but a VOD image or an id is not collected, and the page says so', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
}) => {
  await grantSite(SITE);
  const { page, tabId } = await openSite('/empty');
  const [one, two] = sandbox.accounts[0].images;
  for (const [info, said] of [
    [{ menuItemId: 'collect-image', srcUrl: `${SITE}/image/default/banner.jpg` }, 'not one of'],
    [{ menuItemId: 'delete-image', srcUrl: `${SITE}/assets/cover.jpg` }, 'not one of'],
    [{ menuItemId: 'collect-image-id', selectionText: 'four people' }, 'no ID'],
    [
      { menuItemId: 'collect-video-id', selectionText: `${one?.imageId} ${two?.imageId}` },
      'more than one ID',
    ],
  ] as const) {
    await choose(driver, tabId, info);
    await expect.poll(() => saidOn(driver, page.url())).toContain(said);
  }
  expect(await collectedKeys(driver)).toEqual([]);
});

test('keys collect the image under the pointer, also below an overlay or in a link', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
  saveAccount,
}) => {
  await saveAccount(sandbox.accounts[0]);
  await grantSite(SITE);
  const { page, tabId } = await openSite('/empty');
  const [plain, shaded, background] = sandbox.accounts[0].images.map((one) => one.addresses.plain);
  await page.evaluate(
    ([first, second, third]) => {
      document.body.innerHTML = `
        <img id="plain" width="80" height="80" src="${first}">
        <div style="position:relative;width:80px;height:80px">
          <img width="80" height="80" src="${second}">
          <span id="shade" style="position:absolute;inset:0;background:#0004"></span>
        </div>
        <div id="host" style="display:inline-block"></div>`;
      const host = document.querySelector('#host');
      if (host === null) return;
      host.attachShadow({
        mode: 'open',
      }).innerHTML = `<p style="width:80px;height:80px;background-image:url(${third})"></p>`;
    },
    [plain, shaded, background] as const,
  );
  const collect = async () => {
    const worker = await driver.worker();
    await worker.evaluate((id) => {
      chrome.commands.onCommand.dispatch('collect-hovered', { id });
    }, tabId);
  };
  const expected: string[] = [];
  for (const [place, address = ''] of [
    ['#plain', plain],
    ['#shade', shaded],
    ['#host', background],
  ] as const) {
    await page.hover(place);
    await collect();
    expected.push(address.replace('https://', '').toLowerCase());
    await expect
      .poll(async () => [...(await collectedKeys(driver))].sort())
      .toEqual(expected.toSorted());
  }
  await page.mouse.move(600, 500);
  await collect();
  await expect.poll(() => saidOn(driver, page.url())).toContain('The pointer is on no image.');
});

test('the icon shows the message if the page cannot', async ({ driver, openSite }) => {
  const { tabId } = await openSite('/empty');
  await choose(driver, tabId, { menuItemId: 'collect-image-id', selectionText: 'four people' });
  await expect.poll(() => badgeText(driver, tabId)).toBe('!');
  const page = await driver.console();
  expect(await page.evaluate((id) => chrome.action.getTitle({ tabId: id }), tabId)).toContain(
    'no ID',
  );
});

test('every item of the menu exists after installation', async ({ driver }) => {
  const page = await driver.console();
  for (const id of ['collect-image', 'delete-image', 'collect-image-id', 'collect-video-id']) {
    const change = () => page.evaluate((line) => chrome.contextMenus.update(line, {}), id);
    await expect(change).toPass();
  }
});

test('"Delete this VOD image…" opens the review with only this image', async ({
  context,
  driver,
  sandbox,
  grantSite,
  openSite,
  saveAccount,
}) => {
  await saveAccount(sandbox.accounts[0]);
  await grantSite(SITE);
  const { tabId } = await openSite('/');
  await expect.poll(() => badgeText(driver, tabId)).not.toBe('');
  const [first, second] = sandbox.accounts[0].images;
  await choose(driver, tabId, { menuItemId: 'collect-image', srcUrl: second?.addresses.plain });
  const opened = context.waitForEvent('page');
  await choose(driver, tabId, { menuItemId: 'delete-image', srcUrl: first?.addresses.plain });
  const review = await opened;
  await expect(review).toHaveURL(/popup\.html\?only=/);
  await expect.poll(() => collectedKeys(driver)).toHaveLength(2);
  const images = review.getByRole('grid', { name: 'Images' });
  await expect(images).toHaveAttribute('aria-rowcount', '1');
  await expect(images.getByRole('row')).toHaveAccessibleName(
    new RegExp(new URL(first?.addresses.plain ?? '').pathname),
  );
  await review.getByRole('button', { name: 'Delete…' }).click();
  const dialog = review.getByRole('dialog', { name: 'Delete images' });
  await expect(dialog.getByRole('button', { name: 'Delete 1 image' })).toBeVisible();
  expect(sandbox.calls.filter(({ action }) => action === 'DeleteImage')).toEqual([]);
});

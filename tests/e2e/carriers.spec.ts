import { carriers } from '../../utils/spotting/carriers/index.ts';
import { errorsOf, expect, test } from '../drive/chromium/fixture.ts';
import {
  expected,
  keyOf,
  keysOn,
  OTHER_PAGES,
  PAGES,
  picture,
  servePages,
  UNREADABLE,
  watchPages,
} from '../drive/chromium/fixture-pages.ts';
import { keysOf, reportsOf, settledKeys } from '../drive/chromium/reported.ts';
import { onFailureWithoutSnapshots } from '../drive/on-failure.ts';
import { Popup } from '../drive/popup/popup.ts';
import { changes } from '../pages/changes.ts';

// Snapshots of a trace add an observer to every frame. Where scripts are forbidden, Chromium blocks
// it and reports that on the console.
test.use(onFailureWithoutSnapshots);

const HEAD =
  '<!doctype html><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">';

/** The page `frames` writes this address into a frame. */
const WRITTEN = 'https://vod.shop.example/image/default/ABCDEF0123456789ABCDEF0123456701-6-2.png';

/** Frames without an address of their own, and one of an origin without permission. */
const frames = `${HEAD}
<iframe srcdoc="<img src='${picture(1)}'>"></iframe>
<iframe sandbox srcdoc="<img src='${picture(2)}'>"></iframe>
<iframe name="blank"></iframe>
<iframe name="blob"></iframe>
<iframe src="${PAGES}/frames.html"></iframe>
<iframe src="${UNREADABLE}/outer.html"></iframe>
<script>
  const image = (n) => '<img src="' + ['https:/', 'vod.shop.example', 'image', 'default', n.padStart(32, 'E') + '-6-2.png'].join('/') + '">';
  frames.blank.document.body.innerHTML = image('3');
  const blob = new Blob([image('4')], { type: 'text/html' });
  document.querySelector('[name=blob]').src = URL.createObjectURL(blob);
</script>`;

/** A page that must not be read, with a frame that may be. */
const outer = `${HEAD}
<img src="${picture(0xbad)}" alt=""><iframe src="${OTHER_PAGES}/embedded.html"></iframe>`;

/** A list that grows when it is scrolled; `go` shows something else without loading a page. */
const feed = `${HEAD}
<main></main>
<script>
  const main = document.querySelector('main');
  const card = (n) => '<article style="height: 300px"><img src="' + ['https:/', 'vod.shop.example', 'image', 'default', n.toString(16).toUpperCase().padStart(32, 'E') + '-6-2.png'].join('/') + '"></article>';
  let shown = 0;
  const more = () => { for (let n = 0; n < 10; n++) main.insertAdjacentHTML('beforeend', card(shown++)); };
  const go = (address, n) => { history.pushState(null, '', address); main.innerHTML = card(n); };
  addEventListener('scroll', () => { if (shown < 60 && scrollY + innerHeight > main.scrollHeight - 400) more(); });
  more();
</script>`;

const soon = { intervals: [50, 50, 100, 100, 250] };

test.beforeEach(async ({ driver, sandbox, context }) => {
  await watchPages(driver, sandbox);
  await servePages(context, {
    '/all-frames.html': frames,
    '/outer.html': outer,
    '/feed.html': feed,
  });
});

test.afterEach(({ context }) => context.unrouteAll());

test('every carrier is spotted, and nothing else', async ({ driver }) => {
  const { page, tabId } = await driver.openSite(`${PAGES}/live.html`);
  const errors = errorsOf(page);
  for (const name of [...carriers.map(({ id }) => id), 'shadow']) {
    await page.goto(`${PAGES}/${name}.html${expected[name]?.query ?? ''}`);
    await expect
      .poll(() => settledKeys(driver, tabId), { message: name, ...soon })
      .toEqual(keysOn(name));
    if (name === 'shadow') continue;
    const found = (await reportsOf(driver, tabId)).flatMap(({ sightings }) => sightings);
    for (const wanted of keysOn(name)) {
      const by = found.filter(({ key }) => key === wanted).flatMap((one) => one.carriers);
      expect.soft(by, wanted).toContain(name);
    }
  }
  expect(errors).toEqual([]);
});

test('only frames that may be read are spotted', async ({ driver, openPopup }) => {
  const { page, tabId } = await driver.openSite(`${PAGES}/live.html`);
  const errors = errorsOf(page);
  await page.goto(`${PAGES}/all-frames.html`);
  const own = [1, 2, 3, 4].map((n) => keyOf(picture(n)));
  const wanted = [...keysOn('frames', 'img', 'poster', 'embedded'), ...own, keyOf(WRITTEN)];
  await expect.poll(() => settledKeys(driver, tabId)).toEqual(wanted.toSorted());

  const popup = new Popup(await openPopup(tabId));
  expect(await popup.rowCount(wanted.length)).toBe(wanted.length);
  const items = await popup.exported();
  expect(items.map(({ url = '' }) => keyOf(url)).toSorted()).toEqual(wanted.toSorted());
  for (const { url = '', page: seen } of items) {
    if (own.includes(keyOf(url))) expect(seen).toBe(`${PAGES}/all-frames.html`);
  }
  // Pictures that fail to load do not matter here.
  expect(errors.filter((error) => !error.startsWith('Failed to load'))).toEqual([]);
});

test('an address that comes to a page later is spotted', async ({ driver }) => {
  const { page, tabId } = await driver.openSite(`${PAGES}/live.html`);
  const errors = errorsOf(page);
  for (const [at, [what, change]] of Object.entries(changes).entries()) {
    await page.evaluate(change, picture(at));
    await expect
      .poll(() => keysOf(driver, tabId), { message: what, ...soon })
      .toContain(keyOf(picture(at)));
  }

  await page.goto(`${PAGES}/feed.html`);
  await expect
    .poll(async () => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      return (await settledKeys(driver, tabId)).length;
    }, soon)
    .toBe(60);
  await page.evaluate("go('/watch?vid=0123456789abcdef0123456789abcdef', 60)");
  const seen = Array.from({ length: 61 }, (_, n) => keyOf(picture(n)));
  await expect
    .poll(() => settledKeys(driver, tabId), soon)
    .toEqual([...seen, 'video-id:0123456789abcdef0123456789abcdef'].toSorted());
  expect(errors).toEqual([]);
});

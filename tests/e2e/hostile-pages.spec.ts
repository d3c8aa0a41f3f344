import { readFileSync } from 'node:fs';
import { packReport } from '../../utils/tabs/reports/packed-report.ts';
import { errorsOf, expect, test } from '../drive/chromium/fixture.ts';
import {
  keysOn,
  PAGES,
  servePages,
  UNREADABLE,
  watchPages,
} from '../drive/chromium/fixture-pages.ts';
import { isFull, isWatched, keysOf, reportsOf, settledKeys } from '../drive/chromium/reported.ts';
import { Popup } from '../drive/popup/popup.ts';

const shadow = readFileSync(new URL('../pages/html/shadow.html', import.meta.url), 'utf8');

/** A page with more addresses than are kept; they are long and come in two steps. */
const flood = `<!doctype html><title>Flood</title><link rel="icon" href="data:,"><pre hidden></pre>
<script>
  let n = 0;
  const name = () => ['https:/', 'vod.shop.example', 'image', 'default', (n++).toString(16).padStart(32, 'F') + '-6-2.png?' + 'q'.repeat(200)].join('/');
  const pour = (count) => document.querySelector('pre').append(Array.from({ length: count }, name).join(' '));
  pour(15000);
  setTimeout(() => pour(5000), 500);
</script>`;

/** Replaces the built-ins that a content script could use, once the page is parsed. */
const builtIns = `<script>
  addEventListener('DOMContentLoaded', () => {
    const no = () => { throw new Error('replaced'); };
    const getters = [
      [Element.prototype, 'outerHTML', 'shadowRoot', 'childElementCount', 'className', 'localName'],
      [Node.prototype, 'nodeType', 'nodeValue', 'firstChild', 'parentNode', 'baseURI'],
      [Document.prototype, 'styleSheets', 'hidden', 'URL', 'defaultView'],
    ];
    for (const [of, ...names] of getters)
      for (const name of names) Object.defineProperty(of, name, { get: no });
    const methods = [
      [Element.prototype, 'attachShadow', 'getAttribute', 'getAttributeNames', 'querySelectorAll'],
      [Document.prototype, 'createTreeWalker', 'querySelectorAll'],
      [EventTarget.prototype, 'addEventListener'],
      [JSON, 'parse', 'stringify'],
      [performance, 'now', 'setResourceTimingBufferSize'],
      [crypto, 'getRandomValues'],
      [scheduler, 'postTask'],
      [RegExp.prototype, 'exec', 'test', Symbol.matchAll, Symbol.replace, Symbol.search],
      [String.prototype, 'matchAll', 'replace', 'search', 'split', 'trim', 'toLowerCase'],
      [Promise.prototype, 'then', 'catch'],
      [Object, 'assign', 'entries', 'keys', 'hasOwn'],
      [window, 'MutationObserver', 'PerformanceObserver', 'AbortController', 'WeakRef', 'WeakMap',
        'WeakSet', 'Map', 'Set', 'URL', 'RegExp', 'Uint32Array', 'setTimeout', 'clearTimeout', 'fetch'],
    ];
    for (const [of, ...names] of methods) for (const name of names) of[name] = no;
    for (const name of ['push', 'map', 'flatMap', 'filter', 'includes', Symbol.iterator])
      Array.prototype[name] = no;
  });
</script>`;

/** Elements whose names hide what a content script could use, in document and window. */
const names = [
  ...['URL', 'baseURI', 'styleSheets', 'adoptedStyleSheets', 'hidden', 'createTreeWalker'],
  ...['addEventListener', 'querySelectorAll', 'defaultView', 'documentElement', 'nodeType'],
  ...['performance', 'crypto', 'scheduler', 'chrome', 'browser', 'MutationObserver', 'document'],
]
  .map((name) => `<img name="${name}" id="${name}" alt=""><form name="${name}"></form>`)
  .join('');

/** What each page contains before the content of `shadow.html`. */
const lies: Readonly<Record<string, string>> = {
  'replaces built-in functions': builtIns,
  'names elements after built-in properties': names,
  'names elements after what the extension keeps':
    '<a id="vodsweepWatch"></a><a id="vodsweepMarks"></a>',
  'names a frame after what the extension keeps': `<iframe name="vodsweepWatch" src="${UNREADABLE}/live.html"></iframe>`,
};

const pathOf = (what: string) => `/${what.replaceAll(' ', '-')}.html`;

test.beforeEach(async ({ driver, sandbox, context }) => {
  await watchPages(driver, sandbox);
  const lying = Object.entries(lies).map(([what, markup]): [string, string] => [
    pathOf(what),
    shadow.replace('<body>', `<body>${markup}`),
  ]);
  await servePages(context, { '/flood.html': flood, ...Object.fromEntries(lying) });
});

test.afterEach(({ context }) => context.unrouteAll());

test('a page that changes its built-ins does not deceive the extension', async ({ driver }) => {
  const { page, tabId } = await driver.openSite(`${PAGES}/live.html`);
  const errors = errorsOf(page);
  for (const what of Object.keys(lies)) {
    await page.goto(PAGES + pathOf(what));
    await expect.poll(() => settledKeys(driver, tabId), what).toEqual(keysOn('shadow'));
  }
  expect(errors).toEqual([]);
});

test('a page with too many addresses, which is then left, blocks nothing', async ({
  driver,
  openPopup,
}) => {
  test.setTimeout(180_000);
  const { page, tabId } = await driver.openSite(`${PAGES}/flood.html`);
  const errors = errorsOf(page);
  await expect.poll(() => isFull(driver, tabId), { intervals: [500], timeout: 60_000 }).toBe(true);
  const popup = new Popup(await openPopup(tabId));
  expect(await popup.rowCount(10_000)).toBeGreaterThan(10_000);
  // A small report may still have been stored after a larger one did not fit.
  await expect
    .poll(async () => {
      const rows = Number(await popup.images.getAttribute('aria-rowcount'));
      return rows - (await keysOf(driver, tabId)).length;
    })
    .toBe(0);
  const kept = (await reportsOf(driver, tabId)).map(packReport);
  expect(kept.join('').length).toBeLessThan(4_100_000);
  await expect(popup.page.getByText(/^More was found here than/)).toBeVisible();

  // Other tabs are spotted as usual.
  const other = await driver.openSite(`${PAGES}/poster.html`);
  await expect.poll(() => settledKeys(driver, other.tabId)).toEqual(keysOn('poster'));

  // The page is left while it is searched, and then opened and left again.
  await page.goto(`${PAGES}/flood.html`, { waitUntil: 'domcontentloaded' });
  await page.goto(`${PAGES}/flood.html`, { waitUntil: 'domcontentloaded' });
  await expect.poll(() => isWatched(driver, tabId)).toBe(true);
  await page.goto(`${PAGES}/poster.html`);
  await expect.poll(() => settledKeys(driver, tabId)).toEqual(keysOn('poster'));
  // Late reports are dropped at the next check of the tab; slow checks are repeated rarely.
  await expect
    .poll(async () => [...new Set((await reportsOf(driver, tabId)).map((one) => one.page))], {
      timeout: 60_000,
    })
    .toEqual([`${PAGES}/poster.html`]);
  await expect(popup.images).toHaveAttribute('aria-rowcount', String(keysOn('poster').length));
  // A late report that found no room sets the mark once more, until the next check of the tab.
  await expect.poll(() => isFull(driver, tabId)).toBe(false);
  expect(errors).toEqual([]);
});

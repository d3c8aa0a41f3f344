import type { CDPSession, Page } from '@playwright/test';
import { sendAsPage } from '../drive/chromium/as-content-script.ts';
import { expect, test } from '../drive/chromium/fixture.ts';
import { keysOf } from '../drive/chromium/reported.ts';
import { collectedKeys } from '../drive/chromium/stored.ts';
import { badgeText, switchMarks } from '../drive/chromium/watching.ts';

const SITE = 'https://www.acme-learning.example';

interface Node {
  readonly nodeName: string;
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
  readonly contentDocument?: Node;
}

function* below(node: Node): Generator<Node> {
  yield node;
  for (const list of [node.children, node.shadowRoots, [node.contentDocument ?? []].flat()]) {
    for (const child of list ?? []) yield* below(child);
  }
}

interface Drawn {
  readonly label: string;
  readonly collected: boolean;
  readonly x: number;
  readonly y: number;
}

/** @returns The badges on a page, read from the closed root as only a debugger can. */
async function badgesOn(session: CDPSession): Promise<readonly Drawn[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const badges: Drawn[] = [];
  for (const node of below(root as Node)) {
    const { nodeName, attributes = [], nodeId } = node;
    const value = (name: string) => attributes[attributes.indexOf(name) + 1] ?? '';
    if (nodeName !== 'BUTTON' || !value('class').startsWith('badge')) continue;
    const box = await session.send('DOM.getBoxModel', { nodeId }).catch(() => undefined);
    const [left = 0, top = 0, , , right = 0, bottom = 0] = box?.model.border ?? [];
    badges.push({
      label: value('aria-label'),
      collected: value('class').includes('collected'),
      x: (left + right) / 2,
      y: (top + bottom) / 2,
    });
  }
  return badges;
}

/** @returns What the page can see of itself: boxes of its elements, size, children of its root. */
function selfPortrait(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      [...document.body.querySelectorAll('*')].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height];
      }),
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
      document.documentElement.className,
    ]),
  );
}

const rootChildren = (page: Page) =>
  page.evaluate(() => document.documentElement.childElementCount);

test('marks do not move anything, collect by click and key, and disappear without trace', async ({
  context,
  driver,
  sandbox,
  grantSite,
  openSite,
  saveAccount,
}) => {
  await saveAccount(sandbox.accounts[0]);
  await grantSite(SITE);
  const { page, tabId } = await openSite('/course/1');
  await expect.poll(() => badgeText(driver, tabId)).not.toBe('');
  await page.bringToFront();
  await page.waitForLoadState('networkidle');
  const session = await context.newCDPSession(page);
  const before = await selfPortrait(page);
  const html = await page.content();
  const keysBefore = await keysOf(driver, tabId);
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: false });
  });

  await switchMarks(driver, true);
  await page.bringToFront();
  await expect.poll(async () => (await badgesOn(session)).length).toBeGreaterThan(3);
  expect(await selfPortrait(page)).toBe(before);
  expect(await rootChildren(page)).toBe(3);

  // A synthetic click by the page, on whatever target, does nothing.
  const [first, second] = await badgesOn(session);
  await page.evaluate(
    ([x, y]) => {
      const host = document.elementFromPoint(x, y) as HTMLElement;
      for (const target of [host, document.documentElement.lastElementChild as HTMLElement]) {
        target.click();
        target.dispatchEvent(
          new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y }),
        );
        target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      }
    },
    [first?.x ?? 0, first?.y ?? 0] as const,
  );
  expect(
    await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot),
  ).toBeNull();
  // A real click on another, made later, is the first to collect.
  await page.bringToFront();
  await page.mouse.click(second?.x ?? 0, second?.y ?? 0);
  await expect.poll(() => collectedKeys(driver)).toHaveLength(1);
  const named = second?.label.split(' ').at(-1)?.toLowerCase() ?? '';
  expect((await collectedKeys(driver))[0]?.endsWith(named)).toBe(true);
  expect(first?.label.toLowerCase().endsWith(named)).toBe(false);

  expect(first?.label).toMatch(/^Collect /);
  await page.mouse.click(first?.x ?? 0, first?.y ?? 0);
  await expect.poll(() => collectedKeys(driver)).toHaveLength(2);
  await expect
    .poll(async () => (await badgesOn(session)).filter(({ collected }) => collected).length)
    .toBe(2);

  // In the order of the Tab key, the badges come after everything on the page.
  await page.bringToFront();
  for (let at = 0; at < 60; at += 1) {
    await page.keyboard.press('Tab');
    const onHost = await page.evaluate(
      () => document.activeElement === document.documentElement.lastElementChild,
    );
    if (onHost) break;
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => collectedKeys(driver)).toHaveLength(3);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => collectedKeys(driver)).toHaveLength(4);
  expect(second?.label).toMatch(/^Collect /);

  await switchMarks(driver, false);
  await expect.poll(() => rootChildren(page)).toBe(2);
  expect(await page.content()).toBe(html);
  expect(await selfPortrait(page)).toBe(before);
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual(
    [],
  );
  expect(await keysOf(driver, tabId)).toEqual(keysBefore);
  expect(
    await page.evaluate(() => Object.keys(globalThis).filter((name) => /vodsweep/i.test(name))),
  ).toEqual([]);
});

test('marks follow scrolling, nested scrollers and new elements, also in frames', async ({
  context,
  driver,
  sandbox,
  grantSite,
  openSite,
}) => {
  await grantSite(SITE);
  await switchMarks(driver, true);
  const { page } = await openSite('/hostile');
  const session = await context.newCDPSession(page);
  const [one, two] = sandbox.accounts[0].images.map(({ addresses }) => addresses.plain);
  await page.evaluate(
    ([first, second]) => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<div id="scroller" style="height:200px;width:300px;overflow:auto"><div style="height:150px"></div>
         <img id="inner" style="width:100px;height:100px;display:block" src="${first}"><div style="height:900px"></div></div>
         <div style="height:3000px"></div>
         <img id="far" style="width:120px;height:90px;display:block" src="${second}">`,
      );
    },
    [one, two],
  );
  const offsetOf = async (selector: string) => {
    const [badge] = await badgesOn(session);
    const box = await page.locator(selector).boundingBox();
    return badge && box && [Math.round(badge.x - box.x), Math.round(badge.y - box.y)];
  };
  await expect.poll(() => offsetOf('#inner')).toEqual([14, 14]);
  await page.evaluate(() => document.querySelector('#scroller')?.scrollTo(0, 100));
  await expect.poll(() => offsetOf('#inner')).toEqual([14, 14]);
  // When the element is half out of its box, the badge stays on the visible part.
  await page.evaluate(() => document.querySelector('#scroller')?.scrollTo(0, 200));
  await expect.poll(() => offsetOf('#inner')).toEqual([14, 64]);
  await page.evaluate(() => document.querySelector('#scroller')?.scrollTo(0, 500));
  await expect.poll(async () => (await badgesOn(session)).length).toBe(0);

  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(() => offsetOf('#far')).toEqual([14, 14]);
  // No event tells of this move; the slow timer notices it.
  await page.evaluate(() => {
    const far = document.querySelector<HTMLElement>('#far');
    if (far) far.style.marginLeft = '200px';
  });
  await expect.poll(() => offsetOf('#far')).toEqual([14, 14]);
  await page.evaluate(() => document.querySelector('#far')?.remove());
  await expect.poll(async () => (await badgesOn(session)).length).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(height);

  // A frame without an address, a picture with several sources, and an element with two.
  await page.evaluate(
    ([first, second]) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<picture><source srcset="${first}"><img src="data:," style="width:50px;height:50px"></picture>
        <div style="width:60px;height:60px;background:url('${second}')" data-src="${first?.replace('image/default', 'image/cover')}"></div>`;
      document.body.prepend(frame);
      scrollTo(0, 0);
    },
    [one, two],
  );
  await expect
    .poll(async () => (await badgesOn(session)).map(({ label }) => label.replace(/ \S+\.\w+$/, '')))
    // The frame element has a mark too: its `srcdoc` names two images that only it contains.
    .toEqual(['Collect', 'Collect 2 images', 'Collect 2 images']);
});

test('"Show on page" scrolls to the element, highlights it, and says if it is gone', async ({
  context,
  driver,
  sandbox,
  grantSite,
  openSite,
}) => {
  await grantSite(SITE);
  const { page, tabId } = await openSite('/hostile');
  const session = await context.newCDPSession(page);
  const [image] = sandbox.accounts[0].images;
  const key = image?.addresses.plain.replace('https://', '').toLowerCase() ?? '';
  await page.evaluate((source) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div style="height:3000px"></div><img id="far" style="width:120px;height:90px" src="${source}">`,
    );
  }, image?.addresses.plain);
  await expect.poll(() => badgeText(driver, tabId)).toBe('1');
  const flashes = async () => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return [...below(root as Node)].filter(({ attributes }) => attributes?.includes('frame flash'))
      .length;
  };

  expect(await driver.send('showOnPage', { tabId, key })).toBe(true);
  await expect
    .poll(() =>
      page.locator('#far').evaluate((far) => {
        const { top, bottom } = far.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
  await expect.poll(flashes).toBe(1);
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  await expect.poll(flashes).toBe(0);
  await expect.poll(() => rootChildren(page)).toBe(2);

  await page.evaluate(() => document.querySelector('#far')?.remove());
  expect(await driver.send('showOnPage', { tabId, key })).toBe(false);
  expect(await driver.send('showOnPage', { tabId, key: 'never.example/spotted.jpg' })).toBe(false);
});

test('a page cannot collect images that were not spotted on it', async ({
  driver,
  sandbox,
  grantSite,
  openSite,
}) => {
  await grantSite(SITE);
  const { page, tabId } = await openSite('/course/1');
  await expect.poll(() => badgeText(driver, tabId)).not.toBe('');
  const [report] = await keysOf(driver, tabId);
  const picked = await sendAsPage(driver, tabId, 'reportPicked', {
    document: '1-22-333-4444',
    key: report ?? '',
  });
  expect(picked).toEqual({ ok: true, value: false });
  const refused = await sendAsPage(driver, tabId, 'showOnPage', { tabId, key: report ?? '' });
  expect(refused).toMatchObject({ ok: false, code: 'refused' });
  expect(await collectedKeys(driver)).toEqual([]);
  await page.close();
  expect(sandbox.calls).toEqual([]);
});

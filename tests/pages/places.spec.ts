import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { changes } from './changes.ts';
import { SITE, spot, test } from './spotting.ts';

const { shadow } = JSON.parse(
  readFileSync(new URL('./html/expected.json', import.meta.url), 'utf8'),
) as Record<string, { addresses: string[] }>;

/** @returns An address that is not written out in the page or in this script. */
function picture(n: number): string {
  return `https://vod.shop.example/image/default/${n.toString(16).toUpperCase().padStart(32, 'E')}-6-2.png`;
}

test('finds images in open, nested, closed and declarative shadow roots', async ({ site }) => {
  await site.goto(`${SITE}shadow.html`);
  const found = (await spot(site)).flatMap((sighting) => sighting.addresses);
  expect(found.toSorted()).toEqual(shadow?.addresses.toSorted());
});

test('finds images in every frame, with one spotter in each', async ({ site }) => {
  await site.goto(`${SITE}frames.html`);
  const counts: Record<string, number> = {};
  for (const frame of site.frames()) {
    const found = await frame.evaluate(async () => {
      const { spotter } = window.spotting.start();
      await spotter.idle();
      return spotter.sightings().length;
    });
    counts[frame.name() || 'top'] = found;
  }
  expect(counts).toEqual({ top: 1, inner: 10, foreign: 2, blank: 1 });
});

test('finds more than 250 images that no element shows', async ({ site }) => {
  await site.goto(`${SITE}resource.html`);
  await spot(site);
  await site.evaluate(async () => {
    const { load } = window as unknown as { load(n: number): Promise<void> };
    for (let n = 100; n < 500; n += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, more) => load(n + more)));
    }
  });
  // The browser says a moment later what was loaded.
  const found = () => site.evaluate(() => window.bench.spotter.sightings().length);
  await expect.poll(found).toBe(403);
  await site.evaluate(() => window.bench.spotter.idle());
  expect(await found()).toBe(403);
});

test('knows the element of a sighting', async ({ site }) => {
  await site.goto(`${SITE}poster.html`);
  const [first] = await spot(site);
  const name = await site.evaluate(
    (key) => window.bench.spotter.elementOf(key)?.localName,
    first?.key ?? '',
  );
  expect(name).toBe('video');
});

let n = 0;
for (const [what, change] of Object.entries(changes)) {
  test(`finds it when ${what}`, async ({ site }) => {
    await site.goto(`${SITE}live.html`);
    expect(await spot(site)).toEqual([]);
    const address = picture(++n);
    await site.evaluate(change, address);
    await expect
      .poll(() =>
        site.evaluate(() => window.bench.batches.flat().flatMap((sighting) => sighting.addresses)),
      )
      .toContain(address);
    expect(await site.evaluate(() => window.bench.errors)).toEqual([]);
  });
}

test('finds nothing after its signal was aborted', async ({ site }) => {
  await site.goto(`${SITE}live.html`);
  await spot(site);
  const found = await site.evaluate(async (address) => {
    const ended = window.bench;
    ended.stop();
    // One that starts later finds what is added then.
    const { spotter } = window.spotting.start();
    await spotter.idle();
    document.body.insertAdjacentHTML('beforeend', `<a href="${address}">x</a>`);
    while (spotter.sightings().length === 0) await new Promise(requestAnimationFrame);
    return ended.spotter.sightings();
  }, picture(999));
  expect(found).toEqual([]);
});

test('a hidden tab is searched on request', async ({ site }) => {
  await site.goto(`${SITE}img.html`);
  const count = await site.evaluate(async () => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    const { spotter } = window.spotting.start();
    spotter.hurry();
    await spotter.idle();
    return spotter.sightings().length;
  });
  expect(count).toBe(10);
});

test('work stops in a hidden tab and continues when the tab is visible', async ({ site }) => {
  await site.goto(`${SITE}img.html`);
  const counts = await site.evaluate(async () => {
    let hidden = true;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    const { spotter } = window.spotting.start();
    // One that starts later, and is asked for, has searched all of the page.
    const asked = window.spotting.start();
    asked.spotter.hurry();
    await asked.spotter.idle();
    asked.stop();
    // Time in which it could have searched.
    for (const _ of [1, 2, 3]) await new Promise((idle) => requestIdleCallback(idle));
    const before = spotter.sightings().length;
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await spotter.idle();
    return [before, spotter.sightings().length];
  });
  expect(counts).toEqual([0, 10]);
});

import { readFile } from 'node:fs/promises';
import { test as base, type Page } from '@playwright/test';
import type { Sighting } from '../../utils/spotting/sighting.ts';
import { bundle } from './bundle.ts';
import type { Harness } from './in-page.ts';

declare global {
  interface Window {
    /** The bundle of `in-page.ts`. */
    spotting: typeof import('./in-page.ts');
    /** The spotter that a test started. */
    bench: Harness;
    /** On some pages: resolves when their scripts have loaded everything that should be found. */
    loaded?: Promise<void>;
  }
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The address under which the fixture pages are served. */
export const SITE = 'https://page.example/';

/** A page for which this site serves `tests/pages/html/`, and every other host one pixel. */
export const test = base.extend<{ site: Page }, { script: string }>({
  script: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what is needed
    async ({}, use) => use(await bundle('tests/pages/in-page.ts', 'spotting')),
    { scope: 'worker' },
  ],
  site: async ({ page, script }, use) => {
    await page.route('**/*', async (route) => {
      const { pathname, host } = new URL(route.request().url());
      const type = contentType(pathname);
      const headers = { 'access-control-allow-origin': '*' };
      if (!type || (!host.endsWith('page.example') && !pathname.endsWith('.css'))) {
        return route.fulfill({ body: PIXEL, contentType: 'image/png', headers });
      }
      const file = new URL(`./html${pathname}`, import.meta.url);
      const body = await readFile(file).catch(() => '');
      return route.fulfill({ body, contentType: type, headers });
    });
    await page.addInitScript(keepClosedRoots);
    await page.addInitScript(script.replace(/^var /, 'window.'));
    await use(page);
  },
});

function contentType(path: string): string | undefined {
  if (path.endsWith('.html')) return 'text/html; charset=utf-8';
  if (path.endsWith('.css')) return 'text/css; charset=utf-8';
  return;
}

/** Runs in a page: remembers closed roots, in place of the extension API that opens them. */
function keepClosedRoots(): void {
  const roots = new WeakMap<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  Object.assign(globalThis, { closedRoots: roots });
}

/**
 * Starts a spotter on the page.
 * @returns What it has found when it is idle.
 */
export async function spot(page: Page): Promise<readonly Sighting[]> {
  return page.evaluate(async () => {
    await window.loaded;
    window.bench = window.spotting.start();
    await window.bench.spotter.idle();
    return window.bench.spotter.sightings();
  });
}

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect } from '@playwright/test';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { identity, recognise } from '../../../utils/spotting/shapes.ts';
import type { ExtensionDriver } from './driver.ts';

/** The site that serves `tests/pages/html/`; `watchPages` grants it. */
export const PAGES = 'https://page.example';

/** Another origin that serves the same pages, and is granted too. */
export const OTHER_PAGES = 'https://other.page.example';

/** The origin of the cross-origin style sheet; it is granted too. */
const SHEETS = 'https://static.example';

/** An origin that serves the same pages and is never granted. */
export const UNREADABLE = 'https://stranger.example';

/** What a fixture page contains. */
interface Expected {
  readonly addresses: readonly string[];
  readonly ids: readonly string[];
  readonly query?: string;
}

/** What each fixture page contains, by its name. */
export const expected: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL('../../pages/html/expected.json', import.meta.url), 'utf8'),
);

/** @returns The keys of the sightings on fixture pages, sorted. */
export function keysOn(...names: readonly string[]): readonly string[] {
  const keys = names.flatMap((name) => {
    const { addresses = [], ids = [] } = expected[name] ?? {};
    return [...addresses.map(keyOf), ...ids];
  });
  return [...new Set(keys)].toSorted();
}

/** @returns The key of the sighting for an address. */
export function keyOf(address: string): string {
  const found = recognise(address);
  if (!found) throw new RangeError(`${address} is none of VOD`);
  return identity(found);
}

/** @returns The address of an image that no fixture page contains. */
export function picture(number: number): string {
  const name = number.toString(16).toUpperCase().padStart(32, 'E');
  return `https://vod.shop.example/image/default/${name}-6-2.png`;
}

const HOSTS =
  /^https?:\/\/(?:(?:other\.)?page|stranger|static|vod\.shop|pictures|uploads)\.example\//;

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8' };

/** Saves an account that owns the fixture pages' images, and grants the sites to watch. */
export async function watchPages(driver: ExtensionDriver, sandbox: Sandbox): Promise<void> {
  const ownDomains = ['vod.shop.example', 'page.example'];
  await driver.saveAccount(sandbox.accounts[0], { ownDomains });
  for (const site of [PAGES, OTHER_PAGES, SHEETS]) await driver.grantSite(site);
}

/**
 * Serves the fixture pages to a browser's tabs, and one pixel for every image on their hosts.
 * @param more The markup of other pages, by their paths.
 */
export async function servePages(
  context: BrowserContext,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await context.route(HOSTS, async (route) => {
    const { pathname } = new URL(route.request().url());
    const type = TYPES[pathname.split('.').at(-1) as keyof typeof TYPES];
    const body = more[pathname] ?? (type && (await fixture(pathname)));
    await route.fulfill(
      body === undefined
        ? { body: PIXEL, contentType: 'image/png' }
        : { body, contentType: type ?? TYPES.html },
    );
  });
  // The route takes effect for the worker's requests a moment later.
  await expect.poll(() => workerReaches(context, `${SHEETS}/remote.css`)).toBe(true);
}

async function workerReaches(context: BrowserContext, address: string): Promise<boolean> {
  const worker = context.serviceWorkers().at(-1);
  const reach = (url: string) =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  return (await worker?.evaluate(reach, address)) ?? false;
}

function fixture(path: string): Promise<string> {
  return readFile(new URL(`../../pages/html${path}`, import.meta.url), 'utf8');
}

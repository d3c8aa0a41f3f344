import { elsewhereHost, siteHost } from '../data/hosts.ts';
import { type Picture, pictureBytes, pictureType } from '../data/pictures.ts';
import type { World } from '../data/world.ts';
import { addressOfRequest, type Handler, send } from '../http.ts';
import { course } from './course.ts';
import { feed, feedBatch, feedBatches } from './feed.ts';
import { gallery } from './gallery.ts';
import { Holdings, type PageHoldings } from './holdings.ts';
import { empty, hostile } from './plain-pages.ts';
import { styleSheet } from './style.ts';

interface Rendered {
  readonly html: string;
  readonly holds: PageHoldings;
}

/** The paths of the batches of the feed; the first batch is part of the page. */
export const feedPaths: readonly string[] = Array.from({ length: feedBatches }, (_, index) =>
  index === 0 ? '/feed' : `/feed/${index + 1}`,
);

/** @returns The paths of all pages of the site. */
export function sitePaths(world: World): readonly string[] {
  const courses = world.accounts[0].videos.map((_, index) => `/course/${index + 1}`);
  return ['/', ...courses, '/feed', ...feedPaths.slice(1), '/empty', '/hostile'];
}

/**
 * @returns The VOD images and ids on a page, which spotting must find.
 * @throws RangeError if the site has no such page.
 */
export function expectedOn(world: World, path: string): PageHoldings {
  const rendered = render(world, path);
  if (!rendered) throw new RangeError(`The site has no page ${path}`);
  return rendered.holds;
}

function render(world: World, path: string): Rendered | undefined {
  const holds = new Holdings(world);
  const html = htmlOf(world, holds, path);
  return html === undefined ? undefined : { html, holds };
}

function htmlOf(world: World, holds: Holdings, path: string): string | undefined {
  if (path === '/') return gallery(world, holds);
  if (path === '/empty') return empty();
  if (path === '/hostile') return hostile();
  if (path === '/feed') return feed(world, holds);
  if (feedPaths.includes(path)) return feedBatch(world, holds, feedPaths.indexOf(path) + 1);
  const number = /^\/course\/([1-9]\d?)$/.exec(path)?.[1];
  return number === undefined ? undefined : course(world, holds, Number(number));
}

const ordinaryPicture: Picture = {
  width: 320,
  height: 320,
  format: 'jpg',
  columns: 1,
  scenes: [{ number: 12, moment: 0 }],
};

/** Serves the demo site, and the unrelated host whose pictures it also shows. */
export function siteHandler(world: () => World): Handler {
  return async (request, response) => {
    const { hostname, pathname } = addressOfRequest(request);
    if (/\.(jpg|png)$/.test(pathname) && [siteHost, elsewhereHost].includes(hostname)) {
      const number = 500 + (pathname.length % 40);
      const picture = { ...ordinaryPicture, scenes: [{ number, moment: 0 }] };
      send(response, {
        status: 200,
        type: pictureType(picture),
        body: await pictureBytes(picture),
      });
      return;
    }
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    if (pathname === '/site.css') {
      send(response, { status: 200, type: 'text/css; charset=utf-8', body: styleSheet });
      return;
    }
    const rendered = hostname === siteHost ? render(world(), pathname) : undefined;
    send(response, {
      status: rendered ? 200 : 404,
      type: 'text/html; charset=utf-8',
      body:
        rendered?.html ?? '<!doctype html><title>Not found</title><p>There is no such page.</p>',
    });
  };
}

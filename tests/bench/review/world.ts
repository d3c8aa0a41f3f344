import { createHash } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../../sandbox/certificate.ts';
import type { LaunchOptions } from '../../drive/chromium/browser.ts';

/** The site whose page holds the images. */
export const SITE = 'https://shop.example';

/** The site of the page that the popup is compared to; as another site, it has its own process. */
export const PLAIN = 'https://plain.example';

/** The account's own host, which serves the images. */
const IMAGES = 'vod.shop.example';

/** The account that the images belong to; the bench sends nothing to VOD. */
export const account = {
  id: 'bench',
  name: 'Bench',
  colour: 'blue',
  region: 'cn-shanghai',
  ownDomains: [IMAGES],
  key: { from: 'session' },
  limits: { largestJob: 20_000, byVideo: true },
} as const;

/** @returns The addresses of `count` images, each with its own name. */
export function addressesOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const name = createHash('md5').update(`image ${n}`).digest('hex').toUpperCase();
    return `https://${IMAGES}/image/default/${name}-6-2.png`;
  });
}

/** @returns A page that shows images as a shop does. */
export function sitePage(addresses: readonly string[]): string {
  const images = addresses.map(
    (address, n) =>
      `<img src="${address}" alt="Product ${n}" width="64" height="64" loading="lazy">`,
  );
  return `<!doctype html><title>Shop</title>${images.join('\n')}`;
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The server for the hosts of the bench. */
export interface World {
  readonly sandbox: LaunchOptions['sandbox'];
  /** Serves markup under a path of a site. */
  serve(site: string, path: string, html: string): void;
  close(): void;
}

/** Serves pages, and one pixel for every image: drawing real pictures would distort the figures. */
export async function startWorld(): Promise<World> {
  const certificate = await makeCertificate(
    [SITE, PLAIN].map((site) => new URL(site).host).concat(IMAGES),
  );
  const pages = new Map<string, string>();
  const server = createServer(
    { cert: certificate.cert, key: certificate.key },
    (request, reply) => {
      const html = pages.get(`https://${request.headers.host}${request.url}`);
      reply.setHeader(
        'content-type',
        html === undefined ? 'image/png' : 'text/html; charset=utf-8',
      );
      reply.setHeader('cache-control', html === undefined ? 'max-age=86400' : 'no-store');
      reply.end(html ?? PIXEL);
    },
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    sandbox: {
      certificate: certificate.cert,
      hostResolverRules: `MAP *.example 127.0.0.1:${port}`,
    },
    serve: (site, path, html) => pages.set(site + path, html),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

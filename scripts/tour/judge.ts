import { request } from 'node:https';
import type { Page } from '@playwright/test';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** An address without its query and fragment. */
export function bareOf(address: string): string {
  return address.replace(/[?#].*$/, '');
}

/** Notes which addresses a page has got, as a CDN would have cached them. */
export class Loaded {
  readonly #addresses = new Map<string, string>();

  constructor(page: Page) {
    page.on('response', (response) => {
      if (response.ok()) this.#addresses.set(bareOf(response.url()), response.url());
    });
  }

  /** The address as it was loaded, signature included. */
  signed(bare: string): string | undefined {
    return this.#addresses.get(bare);
  }
}

interface Served {
  readonly status: number;
  readonly fromCache: boolean;
}

/** Asks a host of the sandbox for a file, past every cache of the browser. */
function ask(sandbox: Sandbox, address: string): Promise<Served> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: sandbox.port,
        servername: url.hostname,
        ca: sandbox.certificate,
        path: url.pathname + url.search,
        headers: { host: url.host },
        agent: false,
      },
      (answer) => {
        answer.resume();
        resolve({
          status: answer.statusCode ?? 0,
          fromCache: String(answer.headers['x-cache'] ?? '').startsWith('HIT'),
        });
      },
    );
    asked.once('error', reject);
    asked.end();
  });
}

/** What became of images that were meant to go. */
export interface Gone {
  readonly faults: readonly string[];
  /** How many are gone at the origin. */
  readonly atOrigin: number;
  /** How many the CDN still serves from its cache. */
  readonly cached: number;
}

/** Looks for images that were meant to go, at the origin and at the CDN that had served them. */
export async function lookFor(
  sandbox: Sandbox,
  bareAddresses: Iterable<string>,
  loaded: Loaded,
): Promise<Gone> {
  const [account] = sandbox.accounts;
  const faults: string[] = [];
  let atOrigin = 0;
  let cached = 0;
  for (const bare of bareAddresses) {
    if (sandbox.exists(bare)) faults.push(`${bare} is still at the origin`);
    else atOrigin += 1;
    const signed = loaded.signed(bare);
    if (signed === undefined || !account.domains.includes(new URL(bare).hostname)) continue;
    const { status, fromCache } = await ask(sandbox, signed);
    if (status === 200 && fromCache) cached += 1;
    else faults.push(`${bare} is no longer served from the CDN's cache (HTTP ${status})`);
  }
  return { faults, atOrigin, cached };
}

/** Every file of both accounts that exists now, except those that are meant to go. */
export function allBut(sandbox: Sandbox, going: Iterable<string>): string[] {
  const paths = new Set([...going].map((address) => new URL(address).pathname));
  return sandbox.accounts
    .flatMap(({ images, videos }) => [
      ...images,
      ...videos.flatMap(({ snapshots }) => Object.values(snapshots).flat()),
    ])
    .map(({ addresses }) => addresses.plain)
    .filter((address) => !paths.has(new URL(address).pathname) && sandbox.exists(address));
}

/** What is wrong with images that were to stay. */
export function faultsOfKept(sandbox: Sandbox, bareAddresses: Iterable<string>): string[] {
  return [...bareAddresses]
    .filter((bare) => !sandbox.exists(bare))
    .map((bare) => `${bare} was not chosen and is gone`);
}

/** What is wrong with the calls that were made. */
export function faultsOfCalls(sandbox: Sandbox): string[] {
  return sandbox.calls
    .filter(
      (call) => !call.signatureValid || (call.action === 'DeleteImage' && call.status !== 200),
    )
    .map((call) => `${call.action} was answered ${call.status} ${call.code ?? ''}`);
}

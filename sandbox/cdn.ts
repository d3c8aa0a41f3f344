import { timingSafeEqual } from 'node:crypto';
import { type FileBytes, noSuchKey, readFile } from './bucket.ts';
import type { Account, Domain } from './data/accounts.ts';
import { authKey, decodedPath } from './data/addresses.ts';
import { siteHost } from './data/hosts.ts';
import type { World } from './data/world.ts';
import { addressOfRequest, type Handler, type Reply, send } from './http.ts';
import type { SettingsBoard } from './settings.ts';

interface Copy {
  readonly file: FileBytes;
  readonly since: number;
  readonly stored: URL;
}

interface Forgetting {
  readonly means: (stored: URL) => boolean;
  readonly at: number;
}

/**
 * @returns The address under which a copy is stored. Signatures and other queries are dropped; only
 *   image processing makes a separate copy.
 */
export function cacheAddress({ hostname, pathname, searchParams }: URL): URL {
  const stored = new URL(`https://${hostname}`);
  stored.pathname = decodedPath(pathname);
  const processing = searchParams.get('x-oss-process');
  if (processing !== null) stored.searchParams.set('x-oss-process', processing);
  return stored;
}

/**
 * The CDN in front of the buckets. What it has served once, it keeps serving, even if it is
 * deleted.
 */
export class Cdn {
  readonly #copies = new Map<string, Copy>();
  #forgettings: Forgetting[] = [];
  readonly #settings: SettingsBoard;

  constructor(settings: SettingsBoard) {
    this.#settings = settings;
  }

  /** Answers the requests of one domain of an account. */
  handler(world: () => World, account: () => Account, domain: () => Domain): Handler {
    return async (request, response) => {
      const url = addressOfRequest(request);
      const guarded = this.#settings.values.hotlinkProtection > 0;
      const stranger = guarded && !isFromSite(request.headers.referer);
      const refusal = stranger ? denied('Referer ACL') : refuse(url, domain().authKey);
      send(response, refusal ?? (await this.#answer(url, world(), account())));
    };
  }

  /** Forgets every copy. */
  clear(): void {
    this.#copies.clear();
    this.#forgettings = [];
  }

  /**
   * Forgets the copies whose stored address matches, at the time `at` (milliseconds since 1970).
   */
  forget(means: Forgetting['means'], at: number): void {
    this.#forgettings.push({ means, at });
  }

  /** Runs before each answer and forgets what is due, so that no timer is needed. */
  #catchUp(now: number): void {
    const due = this.#forgettings.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    this.#forgettings = this.#forgettings.filter(({ at }) => at > now);
    for (const [key, { stored }] of this.#copies) {
      if (due.some(({ means }) => means(stored))) this.#copies.delete(key);
    }
  }

  async #answer(url: URL, world: World, account: Account): Promise<Reply> {
    this.#catchUp(Date.now());
    const path = decodedPath(url.pathname);
    const stored = cacheAddress(url);
    const key = stored.href;
    const copy = this.#copies.get(key);
    if (copy) return serve(copy.file, `HIT TCP_MEMORY_HIT dirn:9:${path.length}`, copy.since);
    const object = world.get(account, path);
    if (!object) {
      const reply = noSuchKey(account.bucket, path);
      return { ...reply, headers: { ...reply.headers, 'X-Cache': 'MISS TCP_MISS dirn:-2:-2' } };
    }
    const file = await readFile(object);
    this.#copies.set(key, { file, since: Date.now(), stored });
    return serve(file, 'MISS TCP_MISS dirn:-2:-2');
  }
}

function serve(file: FileBytes, xCache: string, since = Date.now()): Reply {
  return {
    status: 200,
    type: file.type,
    headers: {
      Server: 'Tengine',
      Via: 'cache12.l2cn3129[0,0,200-0,H], cache7.cn4051[0,0,200-0,H]',
      Age: String(Math.floor((Date.now() - since) / 1000)),
      'X-Cache': xCache,
      'Cache-Control': 'max-age=3600',
      'Access-Control-Allow-Origin': '*',
    },
    body: file.bytes,
  };
}

function isFromSite(referer: string | undefined): boolean {
  return URL.parse(referer ?? '')?.hostname === siteHost;
}

function refuse(url: URL, key: string | undefined): Reply | undefined {
  if (key === undefined) return undefined;
  const given = url.searchParams.get('auth_key') ?? '';
  const [seconds, rand, uid] = given.split('-');
  if (!seconds || !rand || !uid) return denied('req auth: no valid arg');
  const expires = Number(seconds) * 1000;
  const expected = Buffer.from(authKey(url.pathname, key, expires, rand));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    return denied('req auth: invalid md5hash');
  }
  return expires > Date.now() ? undefined : denied('req auth: expired timestamp');
}

function denied(reason: string): Reply {
  return {
    status: 403,
    type: 'text/html',
    headers: {
      Server: 'Tengine',
      'X-Tengine-Error': `denied by ${reason}`,
      'Access-Control-Allow-Origin': '*',
    },
    body: '<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>',
  };
}

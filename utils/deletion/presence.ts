/** What asking an image's address again showed. */
export type Presence =
  /** Neither the origin nor the CDN has it. */
  | 'gone'
  /** The origin no longer has it; the CDN serves a copy. */
  | 'still-cached'
  /** The origin has it. */
  | 'still-there'
  | 'cannot-tell';

/** Why it cannot be told. */
export type Doubt =
  /** The browser was not allowed to ask the host. */
  | 'not-allowed'
  /** The host refuses: the signature of the address has ended, or it wants its own site's Referer. */
  | 'refused'
  /** The host did not answer. */
  | 'no-answer'
  /** It answered something else than an image or its absence. */
  | 'strange-answer'
  /** VOD was not asked: the account has no key, may not ask, or did not get an answer. */
  | 'vod-not-asked';

export interface Judgement {
  readonly presence: Presence;
  readonly doubt?: Doubt;
}

/** Gives the HTTP status of an address, or nothing when there was no answer. Never rejects. */
export type Ask = (address: string) => Promise<number | undefined>;

/** Statuses of what is not there. */
const ABSENT = new Set([404, 410]);

/**
 * Judges by two requests: the plain address shows what the CDN serves, the same with a fresh query
 * what the origin has. Takes the address with its signature, if it had one.
 */
export async function presenceOf(address: string, ask: Ask): Promise<Judgement> {
  const served = await ask(address);
  const atOrigin = isBucket(address) ? served : await ask(pastTheCdn(address));
  if (atOrigin === 200) return { presence: 'still-there' };
  if (served === 200) {
    return ABSENT.has(atOrigin ?? 0) ? { presence: 'still-cached' } : doubted(atOrigin);
  }
  if (ABSENT.has(served ?? 0) && ABSENT.has(atOrigin ?? 0)) return { presence: 'gone' };
  return doubted(ABSENT.has(served ?? 0) ? atOrigin : served);
}

function doubted(status: number | undefined): Judgement {
  if (status === undefined) return { presence: 'cannot-tell', doubt: 'no-answer' };
  const refused = status === 401 || status === 403;
  return { presence: 'cannot-tell', doubt: refused ? 'refused' : 'strange-answer' };
}

/** A bucket's own host has no CDN before it. */
function isBucket(address: string): boolean {
  return /\.oss-[a-z0-9-]+\.aliyuncs\.com$/.test(new URL(address).hostname);
}

/**
 * The address with a query that no cache has seen: an odd width for the origin to scale to, since a
 * CDN may leave other queries out of its key, and a nonce.
 */
function pastTheCdn(address: string): string {
  const url = new URL(address);
  const width = 100 + Math.floor(Math.random() * 3000);
  url.searchParams.set('x-oss-process', `image/resize,w_${width}`);
  url.searchParams.set('vodsweep', crypto.randomUUID());
  return url.href;
}

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
  /** Whatever is asked, the CDN answers with a copy, so that the origin cannot be seen. */
  | 'cdn-answers'
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

/** How a host answered. */
export interface Reply {
  /** Of HTTP. */
  readonly status: number;
  /** Whether a cache on the way says that it answered from a copy. */
  readonly copy: boolean;
}

/** Asks a host for an address; gives nothing when there was no answer. Never rejects. */
export type Ask = (address: string) => Promise<Reply | undefined>;

/**
 * Reads a response by its status and by what caches write into its headers: `Age` is of RFC 9111,
 * 5.1; `X-Cache` with HIT is Alibaba's CDN's own.
 */
export function replyOf({ status, headers }: Pick<Response, 'status' | 'headers'>): Reply {
  const hit = /^HIT/i.test(headers.get('x-cache') ?? '');
  return { status, copy: hit || Number(headers.get('age') ?? 0) > 0 };
}

/** Statuses of what is not there. */
const ABSENT = new Set([404, 410]);

/**
 * Judges by two requests: the plain address shows what the CDN serves, the same with a fresh query
 * what the origin has. Takes the address with its signature, if it had one.
 */
export async function presenceOf(address: string, ask: Ask): Promise<Judgement> {
  const served = await ask(address);
  const atOrigin = isBucket(address) ? served : await ask(pastTheCdn(address));
  if (atOrigin?.status === 200) {
    const hidden = atOrigin.copy && !isBucket(address);
    return hidden ? { presence: 'cannot-tell', doubt: 'cdn-answers' } : { presence: 'still-there' };
  }
  if (served?.status === 200) {
    return isAbsent(atOrigin) ? { presence: 'still-cached' } : doubted(atOrigin);
  }
  if (isAbsent(served) && isAbsent(atOrigin)) return { presence: 'gone' };
  return doubted(isAbsent(served) ? atOrigin : served);
}

function isAbsent(reply: Reply | undefined): boolean {
  return reply !== undefined && ABSENT.has(reply.status);
}

function doubted(reply: Reply | undefined): Judgement {
  if (reply === undefined) return { presence: 'cannot-tell', doubt: 'no-answer' };
  const refused = reply.status === 401 || reply.status === 403;
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

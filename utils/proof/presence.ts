/** What a check showed about an image. */
export type Presence =
  /** Neither the origin nor the CDN has it. */
  | 'gone'
  /** The origin no longer has it, but the CDN serves a copy. */
  | 'still-cached'
  /** The origin has it. */
  | 'still-there'
  | 'cannot-tell';

/** Why a check could not decide. */
export type Doubt =
  /** The extension may not read the host. */
  | 'not-allowed'
  /** The host refused: the signature has expired, or it wants the Referer of its own site. */
  | 'refused'
  /** The CDN answers every query with a copy, so that the origin cannot be seen. */
  | 'cdn-answers'
  /** The host did not answer. */
  | 'no-answer'
  /** The answer means neither that the image is there nor that it is gone. */
  | 'strange-answer'
  /** VOD said nothing: the account has no key, may not ask, or did not get an answer. */
  | 'vod-not-asked';

export interface Judgement {
  readonly presence: Presence;
  readonly doubt?: Doubt;
}

/** How a host answered. */
export interface Reply {
  /** The HTTP status. */
  readonly status: number;
  /** Whether a cache on the way says that the answer is a copy. */
  readonly copy: boolean;
}

/** Requests an address. Returns `undefined` when there was no answer. Never rejects. */
export type Ask = (address: string) => Promise<Reply | undefined>;

/**
 * Reads the status of a response and the headers that caches write: `Age` (RFC 9111, 5.1), and
 * `X-Cache` with HIT, which Alibaba's CDN uses.
 */
export function replyOf({ status, headers }: Pick<Response, 'status' | 'headers'>): Reply {
  const hit = /^HIT/i.test(headers.get('x-cache') ?? '');
  return { status, copy: hit || Number(headers.get('age') ?? 0) > 0 };
}

/** The HTTP statuses of an image that does not exist. */
const ABSENT = new Set([404, 410]);

/**
 * Decides by two requests: the address as it is shows what the CDN serves, the address with a new
 * query shows what the origin has. A bucket has no CDN, so one request is enough.
 * @param address With its signature, if it had one.
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

/** There is no CDN in front of the host of a bucket. */
function isBucket(address: string): boolean {
  return /\.oss-[a-z0-9-]+\.aliyuncs\.com$/.test(new URL(address).hostname);
}

/**
 * Adds a query that no cache has seen: a random width, since a CDN may ignore other parameters in
 * its cache key, and a nonce.
 */
function pastTheCdn(address: string): string {
  const url = new URL(address);
  const width = 100 + Math.floor(Math.random() * 3000);
  url.searchParams.set('x-oss-process', `image/resize,w_${width}`);
  url.searchParams.set('vodsweep', crypto.randomUUID());
  return url.href;
}

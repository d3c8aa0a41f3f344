import * as v from 'valibot';
import { type EndingCredentials, storedCredentialsSchema } from './credentials.ts';
import type { UriFault } from './uri-fault.ts';

export type UriAnswer =
  | { readonly ok: true; readonly credentials: EndingCredentials }
  | { readonly ok: false; readonly fault: UriFault };

export interface UriTools {
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const LARGEST_BODY = 64 * 1024;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

// What Alibaba's own SDKs read from a credentials URI:
// https://www.alibabacloud.com/help/en/sdk/developer-reference/v2-manage-node-js-access-credentials
const answerSchema = v.pipe(
  v.object({
    Code: v.optional(v.literal('Success')),
    AccessKeyId: v.string(),
    AccessKeySecret: v.string(),
    SecurityToken: v.string(),
    Expiration: v.pipe(v.string(), v.regex(UTC)),
  }),
  v.transform((answer) => ({
    accessKeyId: answer.AccessKeyId,
    accessKeySecret: answer.AccessKeySecret,
    securityToken: answer.SecurityToken,
    expiresAt: Date.parse(answer.Expiration),
  })),
  v.object({
    ...storedCredentialsSchema.entries,
    securityToken: v.pipe(v.string(), v.trim(), v.regex(/^\S+$/)),
    expiresAt: v.number(),
  }),
);

/**
 * Fetches credentials from a credentials URI, once. The request has no cookies and no referrer, and
 * does not follow redirects. Never throws.
 * @returns The credentials or a fault. A fault contains nothing of the answer.
 */
export async function fetchCredentials(uri: string, tools: UriTools = {}): Promise<UriAnswer> {
  const { now = Date.now, timeoutMs = TIMEOUT_MS } = tools;
  const send: typeof fetch = tools.fetch ?? ((...args) => globalThis.fetch(...args));
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(uri, {
      method: 'GET',
      credentials: 'omit',
      cache: 'no-store',
      // Like `error`, this follows no redirect, but a redirect differs from a failed connection.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      signal,
    });
    const { status } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      return refuse(response, 'redirect');
    }
    if (status !== 200) return refuse(response, 'refused');
    if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) {
      return refuse(response, 'wrong-type');
    }
    const text = await textOf(response);
    return text === undefined ? { ok: false, fault: 'wrong-type' } : readAnswer(text, now());
  } catch {
    return { ok: false, fault: signal.aborted ? 'too-slow' : 'unreachable' };
  }
}

/** Cancels the rest of the answer. */
function refuse(response: Response, fault: UriFault): UriAnswer {
  void response.body?.cancel().catch(() => {});
  return { ok: false, fault };
}

/** @returns The body, or `undefined` when it is larger than {@link LARGEST_BODY} bytes. */
async function textOf(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > LARGEST_BODY) {
      void reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function readAnswer(text: string, now: number): UriAnswer {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'wrong-type' };
  }
  const read = v.safeParse(answerSchema, body);
  if (!read.success) return { ok: false, fault: 'malformed' };
  if (read.output.expiresAt <= now) return { ok: false, fault: 'expired' };
  return { ok: true, credentials: read.output };
}

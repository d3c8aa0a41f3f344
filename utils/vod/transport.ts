import type { RawAnswer } from './answer.ts';
import type { VodError } from './errors.ts';
import type { SignedRequest } from './sign.ts';

/** A complete response, or how the exchange ended without one. */
export type Exchange =
  | { readonly ok: true; readonly answer: RawAnswer }
  | { readonly ok: false; readonly loss: Loss };

/** How an exchange ended without a complete response. */
export interface Loss {
  readonly code: 'Client.Aborted' | 'Client.Timeout' | 'Client.Transport';
  readonly message: string;
  readonly reached: VodError['reached'];
  readonly status?: number;
}

export const ABORTED = { code: 'Client.Aborted', message: 'given up' } as const;

interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Called with the headers as soon as they arrive, even if the body is lost later. */
  readonly onHeaders: (headers: Headers) => void;
}

/**
 * Sends a signed request once and reads the whole response, within the timeout. Never rejects.
 * @param send `fetch`, or its replacement in a test.
 */
export async function exchange(
  send: typeof fetch,
  request: SignedRequest,
  limits: Limits,
): Promise<Exchange> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), limits.timeoutMs);
  const signals = limits.signal === undefined ? [clock.signal] : [clock.signal, limits.signal];
  let response: Response | undefined;
  try {
    response = await send(request.url, {
      // No body, because fetch would add a content type to a text, which would have to be signed.
      method: 'POST',
      headers: request.headers,
      signal: AbortSignal.any(signals),
      cache: 'no-store',
      credentials: 'omit',
      // A signed request must not go to another host.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    limits.onHeaders(response.headers);
    const { status, headers } = response;
    return { ok: true, answer: { status, headers, text: await response.text() } };
  } catch {
    // The error of fetch may contain the address, so only its cause is kept.
    return { ok: false, loss: { ...causeOf(clock.signal, limits), ...arrival(response) } };
  } finally {
    clearTimeout(timer);
  }
}

function causeOf(clock: AbortSignal, limits: Limits): Pick<Loss, 'code' | 'message'> {
  if (limits.signal?.aborted) return ABORTED;
  if (clock.aborted)
    return { code: 'Client.Timeout', message: `no answer in ${limits.timeoutMs} ms` };
  return { code: 'Client.Transport', message: 'connection failed' };
}

// A rejected fetch does not say how far the request got. Only a response proves that it arrived.
function arrival(response: Response | undefined): Pick<Loss, 'reached' | 'status'> {
  return response === undefined
    ? { reached: 'maybe' }
    : { reached: 'yes', status: response.status };
}

import { type Body, REQUEST_ID, readBody } from './body.ts';
import { type RawError, type VodError, vodError } from './errors.ts';
import type { Operation } from './operations/operation.ts';
import { VodFormatError } from './read.ts';

/** The result of one call. */
export type VodAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly requestId: string }
  | { readonly ok: false; readonly error: VodError };

/** The parts of a response that are read, so that reading needs no network. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly text: string;
}

/**
 * Reads a response. What it does not understand is an error, never a success.
 * @param operation The operation that was called.
 * @param hidden Texts that an error must not contain, such as credentials.
 * @returns The value, or the error as a value.
 */
export function readAnswer<T>(
  operation: Operation<T>,
  raw: RawAnswer,
  hidden: readonly string[],
): VodAnswer<T> {
  const body = readBody(raw.text);
  const fail = (error: Pick<RawError, 'code' | 'message' | 'reached'>): VodAnswer<T> => ({
    ok: false,
    error: vodError({ ...error, ...circumstances(raw, body) }, hidden),
  });
  if (body?.code !== undefined) {
    return fail({ code: body.code, message: body.message ?? '', reached: 'yes' });
  }
  if (raw.status < 200 || raw.status > 299) {
    // Something on the way may have answered: a proxy, a gateway, a captive portal.
    const reached = body?.requestId === undefined ? 'maybe' : 'yes';
    return fail({ code: `Http.${raw.status}`, message: body?.message ?? '', reached });
  }
  const unreadable = { code: 'Client.Unreadable', reached: 'yes' } as const;
  if (body === undefined) return fail({ ...unreadable, message: 'neither JSON nor XML' });
  if (body.strangeCode) {
    return fail({ ...unreadable, message: body.message ?? 'a Code that is not understood' });
  }
  if (body.requestId === undefined) return fail({ ...unreadable, message: 'no RequestId' });
  try {
    return { ok: true, value: operation.read(body.value), requestId: body.requestId };
  } catch (error) {
    if (!(error instanceof VodFormatError)) throw error;
    return fail({ ...unreadable, message: error.message });
  }
}

function circumstances(raw: RawAnswer, body: Body | undefined): Partial<RawError> {
  const header = raw.headers.get('x-acs-request-id') ?? '';
  return {
    status: raw.status,
    requestId: body?.requestId ?? (REQUEST_ID.test(header) ? header : undefined),
    retryAfterMs: retryAfter(raw.headers),
  };
}

/** The longest wait of Alibaba's own client. A wrong header must not stop a job for days. */
const LONGEST_WAIT_MS = 120_000;

function retryAfter(headers: Pick<Headers, 'get'>): number | undefined {
  // Alibaba's own header is in milliseconds: https://github.com/aliyun/darabonba-openapi
  const own = whole(headers.get('x-acs-retry-after'));
  if (own !== undefined) return Math.min(own, LONGEST_WAIT_MS);
  // The standard header is in seconds: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
  const seconds = whole(headers.get('retry-after'));
  return seconds === undefined ? undefined : Math.min(seconds * 1000, LONGEST_WAIT_MS);
}

function whole(text: string | null): number | undefined {
  return text !== null && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}

import { classify, factsOf, type Retry, type VodErrorKind } from './error-codes.ts';
import { redact } from './redact.ts';

export type { Retry, VodErrorKind } from './error-codes.ts';
export { VodInputError } from './input.ts';
export { VodFormatError } from './read.ts';

/** What went wrong with a call: a plain value that may be stored and shown. */
export interface VodError {
  /** VOD's own code; `Client.…` for what happened on the way; `Http.<status>` for an answer without a code. */
  readonly code: string;
  readonly kind: VodErrorKind;
  readonly status?: number;
  readonly requestId?: string;
  /** What VOD said, redacted: no key id, no parameter, no signature. */
  readonly message: string;
  /** How long VOD asks to wait before the next call. */
  readonly retryAfterMs?: number;
  /** Whether the request came to VOD. `yes` does not say that it was carried out: see `mayHaveActed`. */
  readonly reached: 'no' | 'maybe' | 'yes';
}

/** What is known of an error before it is classified and redacted. */
export interface RawError {
  readonly code: string;
  readonly message: string;
  readonly reached: VodError['reached'];
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Makes the error value.
 * Takes what is known, and the texts its message must not hold; gives the value with its kind from the one table.
 */
export function vodError(raw: RawError, hidden: readonly string[]): VodError {
  return {
    code: raw.code,
    kind: classify(raw.code, raw.status).kind,
    message: redact(raw.message, hidden),
    reached: raw.reached,
    ...(raw.status !== undefined && { status: raw.status }),
    ...(raw.requestId !== undefined && { requestId: raw.requestId }),
    ...(raw.retryAfterMs !== undefined && { retryAfterMs: raw.retryAfterMs }),
  };
}

/** Takes an error; gives whether and how to try again. */
export function retryOf(error: Pick<VodError, 'code' | 'status'>): Retry {
  return classify(error.code, error.status).retry;
}

/**
 * Takes an error; tells whether the call may have been carried out all the same, so that its effect has to be asked for.
 * True for a lost or unreadable answer, a failure inside VOD, and a used nonce, which a resend below this client causes;
 * for a code that is not known, unless its status says that the call was refused.
 */
export function mayHaveActed(error: Pick<VodError, 'kind' | 'reached' | 'status'>): boolean {
  if (error.reached === 'no') return false;
  const { mayHaveActed: acted = false } = factsOf(error.kind);
  return acted === 'by-status' ? !isRefusal(error.status) : acted;
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

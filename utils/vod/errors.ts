import { classify, factsOf, type Retry, type VodErrorKind } from './error-codes.ts';
import { redact } from './redact.ts';

export type { Retry, VodErrorKind } from './error-codes.ts';
export { VodInputError } from './input.ts';
export { VodFormatError } from './read.ts';

/** Why a call failed. A plain value that may be stored and shown. */
export interface VodError {
  /**
   * VOD's own code, `Client.…` for an error of this client or the network, or `Http.<status>` for an
   * answer without a code.
   */
  readonly code: string;
  readonly kind: VodErrorKind;
  readonly status?: number;
  readonly requestId?: string;
  /** VOD's message, redacted: without key id, parameters and signature. */
  readonly message: string;
  /** How long to wait before the next call, by VOD's answer. */
  readonly retryAfterMs?: number;
  /** Whether the request reached VOD. `yes` does not mean that VOD acted, see `mayHaveActed`. */
  readonly reached: 'no' | 'maybe' | 'yes';
}

/** An error before it is classified and redacted. */
export interface RawError {
  readonly code: string;
  readonly message: string;
  readonly reached: VodError['reached'];
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Makes an error value. Its kind comes from the table in `error-codes.ts`.
 * @param hidden Texts that the message must not contain.
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

/** @returns Whether and when to retry after an error. */
export function retryOf(error: Pick<VodError, 'code' | 'status'>): Retry {
  return classify(error.code, error.status).retry;
}

/**
 * Whether VOD may have acted although the call failed, so that the effect must be found out. True for:
 * - a lost or unreadable answer,
 * - a failure inside VOD,
 * - a used nonce: the browser repeated the request, and the first one may have succeeded,
 * - an unknown code, unless its status is 4xx.
 */
export function mayHaveActed(error: Pick<VodError, 'kind' | 'reached' | 'status'>): boolean {
  if (error.reached === 'no') return false;
  const { mayHaveActed: acted = false } = factsOf(error.kind);
  return acted === 'by-status' ? !isRefusal(error.status) : acted;
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

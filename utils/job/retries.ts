import { retryOf, type VodError } from '../vod/errors.ts';
import { waitAfter } from '../vod/patient-call.ts';

/** How often a call is tried after transient errors, the first try included. */
export const TRIES = 5;

/** Throttling is the state of the account, not an error of the call, so it gets more tries. */
export const THROTTLED_TRIES = 40;

/** @returns Whether a later try may succeed. */
export function isPassing(error: VodError): boolean {
  return retryOf(error) !== 'never' || error.kind === 'unreadable';
}

/** @returns The back-off in milliseconds; 0 for errors that a new nonce and time solve. */
export function backoff(tries: number, error: VodError): number {
  if (retryOf(error) === 'fresh') return 0;
  return waitAfter(error, tries) * (0.75 + Math.random() / 2);
}

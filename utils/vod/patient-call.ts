import type { VodAnswer, VodClient } from './client.ts';
import { retryOf } from './errors.ts';
import type { Operation } from './operations/operation.ts';

/** The clients of one account; the same one twice where its region is Shanghai. */
export interface AccountClients {
  /** Of the account's own region. */
  readonly own: VodClient;
  /** Of Shanghai, which alone offers some actions. */
  readonly shanghai: VodClient;
}

export interface Patience {
  readonly signal?: AbortSignal;
  /** Waits so many milliseconds. */
  readonly wait?: (ms: number) => Promise<void>;
}

const TRIES = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;

/**
 * Makes a call that changes nothing, anew where that may help: up to three times, and not after a
 * timeout, which has taken long enough. Gives the last answer; rejects only if the credentials
 * cannot be had.
 */
export async function patiently<T>(
  client: VodClient,
  operation: Operation<T>,
  { signal, wait = pause }: Patience = {},
): Promise<VodAnswer<T>> {
  for (let tried = 1; ; tried++) {
    const answer = await client.call(operation, signal);
    if (answer.ok || tried === TRIES || answer.error.code === 'Client.Timeout') return answer;
    const retry = retryOf(answer.error);
    if (retry === 'never') return answer;
    if (retry === 'later') {
      const ms = answer.error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tried - 1);
      await wait(Math.min(ms, LONGEST_WAIT_MS));
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { sleep as realSleep, type Sleep } from '../async/sleep.ts';
import type { VodAnswer, VodClient } from './client.ts';
import { factsOf } from './error-codes.ts';
import { retryOf, type VodError } from './errors.ts';
import type { Operation } from './operations/operation.ts';
import { LONGEST_PAUSE_MS, Pace, type PaceOptions } from './pace.ts';

/** The clients of one account; the same one twice if its region is Shanghai. */
export interface AccountClients {
  /** For the account's own region. */
  readonly own: VodClient;
  /** For Shanghai, the only region with some of the actions. */
  readonly shanghai: VodClient;
}

/** The rate limit of GetImageInfos, in calls a second. Source: VOD's QPS page. */
const READ_PER_SECOND = 10;

/** @returns A new pace for calls that only read. */
export function readingPace(time: Pick<PaceOptions, 'now' | 'sleep' | 'random'> = {}): Pace {
  return new Pace({ ...time, start: READ_PER_SECOND, limit: READ_PER_SECOND });
}

/** All but the signal has a default. */
export interface Patience {
  /** Ends every wait and every call. */
  readonly signal?: AbortSignal;
  readonly pace?: Pace;
  readonly sleep?: Sleep;
}

/**
 * Makes one call that changes nothing, or that may be repeated.
 * @returns The last answer.
 * @throws What the client throws when it has no credentials.
 */
export type PatientCall = <T>(client: VodClient, operation: Operation<T>) => Promise<VodAnswer<T>>;

const TRIES = 3;
const FIRST_WAIT_MS = 500;

/**
 * Makes calls that share one pace. Each has up to three tries, but no other after a timeout, which
 * has taken long enough. Throttling slows the pace down and holds all calls back, and answers make it
 * faster again. After another passing error only that call waits. Both wait as long as VOD asks, two
 * minutes at most.
 */
export function patientCalls({
  signal = new AbortController().signal,
  pace = readingPace(),
  sleep = realSleep,
}: Patience = {}): PatientCall {
  return async (client, operation) => {
    for (let tries = 1; ; tries += 1) {
      const sentAt = await pace.turn(signal);
      const answer = await client.call(operation, signal);
      if (answer.ok) {
        pace.succeeded();
        return answer;
      }
      const { error } = answer;
      const ms = Math.min(waitAfter(error, tries), LONGEST_PAUSE_MS);
      tellPace(pace, error, sentAt, ms);
      const retry = retryOf(error);
      if (retry === 'never' || tries === TRIES || error.code === 'Client.Timeout') return answer;
      // The pace holds back a call that was throttled.
      if (retry === 'later' && error.kind !== 'throttled') await sleep(ms, signal);
    }
  };
}

/** @returns How many milliseconds to wait after a failed try: as VOD asks, else twice as long each time. */
export function waitAfter({ retryAfterMs }: VodError, tries: number): number {
  return retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tries - 1);
}

function tellPace(pace: Pace, { kind, reached }: VodError, sentAt: number, holdMs: number): void {
  if (kind === 'throttled') pace.throttled(sentAt, holdMs);
  else if (factsOf(kind).refuses === 'item') pace.succeeded();
  else if (reached === 'yes') pace.cameThrough();
}

/** VOD's limit for an account, shared by everyone on it. Source: VOD's QPS page. */
const CALLS_PER_SECOND = 50;

const SLOWEST = 0.5;

/** Alibaba's own clients wait no longer either. */
const LONGEST_PAUSE_MS = 120_000;

/** Waits the given milliseconds, or less when the signal ends it. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });

/**
 * Spaces calls evenly at a rate that grows by a little with each success and halves when VOD says
 * it is too much. One for all jobs of an account.
 */
export class Pace {
  #rate: number;
  #next = 0;
  #calmUntil = 0;
  readonly #limit: number;
  readonly #now: () => number;
  readonly #sleep: Sleep;

  constructor(options: { start?: number; limit?: number; now?: () => number; sleep?: Sleep } = {}) {
    this.#limit = options.limit ?? CALLS_PER_SECOND;
    this.#rate = Math.min(options.start ?? 20, this.#limit);
    this.#now = options.now ?? Date.now;
    this.#sleep = options.sleep ?? sleep;
  }

  /** Calls a second at which it lets through now. */
  get rate(): number {
    return this.#rate;
  }

  /** Resolves when the next call may be sent, or when the signal ends the wait. */
  async turn(signal: AbortSignal): Promise<void> {
    // A turn that nobody takes must not hold back the next job.
    if (signal.aborted) return;
    const now = this.#now();
    const at = Math.max(now, this.#next);
    this.#next = at + 1000 / this.#rate;
    if (at > now) await this.#sleep(at - now, signal);
  }

  /** A call was let through: the rate grows by one call a second for each second's worth of them. */
  succeeded(): void {
    this.#rate = Math.min(this.#limit, this.#rate + 1 / this.#rate + 0.1);
  }

  /**
   * VOD refused for rate: halves the rate once for all calls that were under way, and holds every
   * call back for as long as VOD asked (milliseconds, two minutes at most), else for two calls' time.
   */
  throttled(retryAfterMs?: number): void {
    const now = this.#now();
    if (now >= this.#calmUntil) this.#rate = Math.max(SLOWEST, this.#rate / 2);
    const pause = Math.min(retryAfterMs ?? 2000 / this.#rate, LONGEST_PAUSE_MS);
    this.#calmUntil = now + pause;
    this.#next = Math.max(this.#next, now + pause);
  }
}

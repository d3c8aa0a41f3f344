/** VOD's limit for an account, shared by everyone on it. Source: VOD's QPS page. */
const CALLS_PER_SECOND = 50;

/** A network delivers unevenly what was sent evenly, so that the full limit would be overstepped. */
const OWN_LIMIT = 0.98 * CALLS_PER_SECOND;

const SLOWEST = 0.5;

/** Alibaba's own clients wait no longer either. */
const LONGEST_PAUSE_MS = 120_000;

/** Growth a call while it is not known yet how much VOD lets through. */
const FIRST_GROWTH = 0.3;

/** What is left of the rate at which VOD said that it is too much: at once, and soon after. */
const KEPT = 0.9;
const NEAR = 0.98;
const BACK_MS = 500;

/** How long it stays there, and by how much it grows from then on, in calls a second each second. */
const HOLD_MS = 4000;
const GROWTH = 0.7;

/** How far a call may be off its even place, as a share of the distance between two. */
const JITTER = 0.1;

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
 * Spaces calls evenly at the rate that VOD lets through, which it has to find out: colleagues share
 * the account's limit. The rate grows until VOD says that it is too much; then it falls, comes back
 * to just below where it was, stays there, and tries more only after a while. Falling by a part and
 * growing by an amount lets several who share a limit come to equal parts of it.
 * One for all jobs of an account.
 */
export class Pace {
  #rate: number;
  #next = 0;
  #calmUntil = 0;
  /** The rate at which VOD last said that it is too much, and when. */
  #refused: { readonly rate: number; readonly at: number } | undefined;
  readonly #limit: number;
  readonly #now: () => number;
  readonly #sleep: Sleep;
  readonly #random: () => number;

  constructor(
    options: {
      start?: number;
      limit?: number;
      now?: () => number;
      sleep?: Sleep;
      /** From 0 to 1, for the jitter. */
      random?: () => number;
    } = {},
  ) {
    this.#limit = options.limit ?? OWN_LIMIT;
    this.#rate = Math.min(options.start ?? 20, this.#limit);
    this.#now = options.now ?? Date.now;
    this.#sleep = options.sleep ?? sleep;
    this.#random = options.random ?? Math.random;
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
    const gap = 1000 / this.#rate;
    this.#next = at + gap;
    const due = at + gap * JITTER * this.#random();
    if (due > now) await this.#sleep(due - now, signal);
  }

  /** A call was let through: the rate grows. */
  succeeded(): void {
    this.#rate = Math.max(this.#rate, Math.min(this.#limit, this.#grown()));
  }

  /**
   * VOD refused for rate: lowers the rate once for all calls that were under way, and holds every
   * call back for as long as VOD asked (milliseconds, two minutes at most), else for two calls' time.
   */
  throttled(retryAfterMs?: number): void {
    const now = this.#now();
    if (now >= this.#calmUntil) {
      this.#refused = { rate: this.#rate, at: now };
      this.#rate = Math.max(SLOWEST, this.#rate * KEPT);
    }
    const pause = Math.min(retryAfterMs ?? 2000 / this.#rate, LONGEST_PAUSE_MS);
    this.#calmUntil = Math.max(this.#calmUntil, now + pause);
    this.#next = Math.max(this.#next, now + pause);
  }

  #grown(): number {
    if (this.#refused === undefined) return this.#rate + FIRST_GROWTH;
    const { rate, at } = this.#refused;
    const since = this.#now() - at;
    const back = KEPT + (NEAR - KEPT) * Math.min(1, since / BACK_MS);
    return rate * back + (GROWTH * Math.max(0, since - HOLD_MS)) / 1000;
  }
}

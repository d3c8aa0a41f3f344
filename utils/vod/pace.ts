import { type Sleep, sleep } from '../async/sleep.ts';
import { FoundRate } from './pace-rate.ts';

const SECOND = 1000;

/** Alibaba's own clients wait no longer either. */
export const LONGEST_PAUSE_MS = 120_000;

/** How many calls are left out after one that was too much, where VOD does not say how long to wait. */
const LEFT_OUT = 2;

/** How far a call may be off its even place, as a share of the distance between two. */
const JITTER = 0.1;

/** How much time that a late timer cost is made up for, and how near calls may come then. */
const CATCH_UP_MS = 50;
const CLOSEST = 0.5;

export interface PaceOptions {
  /** Calls a second to begin with, and at most. */
  readonly start?: number;
  readonly limit?: number;
  readonly now?: () => number;
  readonly sleep?: Sleep;
  /** From 0 to 1, for the jitter. */
  readonly random?: () => number;
}

/**
 * Spaces calls evenly at the rate that VOD lets through, which it has to find out: colleagues share
 * the account's limit. One for all jobs of an account.
 */
export class Pace {
  readonly #rate: FoundRate;
  /** Those who wait for their turn, first come first. */
  readonly #queue: (() => void)[] = [];
  #serving = false;
  /** Ends the wait when nobody waits any more. */
  #nobody = new AbortController();
  /** When the next call is due, and when the last one left. */
  #next = 0;
  #last = Number.NEGATIVE_INFINITY;
  #heldUntil = 0;
  readonly #now: () => number;
  readonly #sleep: Sleep;
  readonly #random: () => number;

  constructor(options: PaceOptions = {}) {
    this.#rate = new FoundRate(options.start, options.limit);
    this.#now = options.now ?? Date.now;
    this.#sleep = options.sleep ?? sleep;
    this.#random = options.random ?? Math.random;
  }

  /** Calls a second at which it lets through now. */
  get rate(): number {
    return this.#rate.now;
  }

  /**
   * Resolves when the next call may be sent, with that time, or when the signal ends the wait.
   * Nobody is given a time beforehand, so that what VOD says counts for all who wait.
   */
  turn(signal: AbortSignal): Promise<number> {
    // A turn that nobody takes must not hold back the next job.
    if (signal.aborted) return Promise.resolve(this.#now());
    return new Promise((resolve) => {
      const go = () => {
        signal.removeEventListener('abort', leave);
        resolve(this.#now());
      };
      const leave = () => {
        this.#queue.splice(this.#queue.indexOf(go), 1);
        if (this.#queue.length === 0) this.#nobody.abort();
        resolve(this.#now());
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#queue.push(go);
      if (!this.#serving) void this.#serve();
    });
  }

  /** A call failed, and not for rate: that says what VOD lets through, and not that it would more. */
  cameThrough(): void {
    this.#rate.cameThrough(this.#now());
  }

  /** A call was let through: the rate grows. */
  succeeded(): void {
    this.#rate.letThrough(this.#now());
  }

  /**
   * VOD refused for rate the call that left at `sentAt`: lowers the rate once for all calls that were
   * under way, and holds every other back for as long as VOD asked (milliseconds, two minutes at
   * most), else for two calls' time.
   */
  throttled(sentAt: number, retryAfterMs?: number): void {
    this.#rate.refused(this.#now(), sentAt, this.#queue.length > 0);
    this.hold(retryAfterMs);
  }

  /** Holds every call back for as long as VOD asked, else for two calls' time, at the rate as it is. */
  hold(retryAfterMs?: number): void {
    const pause = Math.min(retryAfterMs ?? LEFT_OUT * this.#gap(), LONGEST_PAUSE_MS);
    this.#heldUntil = Math.max(this.#heldUntil, this.#now() + pause);
  }

  #gap(): number {
    return SECOND / this.#rate.now;
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    while (this.#queue.length > 0) {
      if (!(await this.#due())) continue;
      const now = this.#now();
      this.#next = Math.max(this.#next, now - CATCH_UP_MS) + this.#gap();
      this.#last = now;
      this.#queue.shift()?.();
    }
    this.#serving = false;
  }

  /** Waits for the next call's time; gives whether it has come, and somebody still waits for it. */
  async #due(): Promise<boolean> {
    const now = this.#now();
    const gap = this.#gap();
    const even = Math.max(this.#next + gap * JITTER * this.#random(), this.#last + gap * CLOSEST);
    const due = Math.max(even, this.#heldUntil);
    if (due <= now) return true;
    this.#nobody = new AbortController();
    const { signal } = this.#nobody;
    await this.#sleep(due - now, signal);
    return !signal.aborted && this.#heldUntil <= due;
  }
}

/** VOD's limit for an account, shared by everyone on it. Source: VOD's QPS page. */
const CALLS_PER_SECOND = 50;

/** A network delivers unevenly what was sent evenly, so that the full limit would be overstepped. */
const OWN_LIMIT = 0.99 * CALLS_PER_SECOND;

const SLOWEST = 0.5;

/** VOD counts calls by the second. */
const SECOND = 1000;

/** Growth a call while it is not known yet how much VOD lets through. */
const FIRST_GROWTH = 0.2;

/** What a refusal takes off the rate, and at most where others came less than a second before. */
const CUT = 0.1;
const DEEPEST_CUT = 0.4;

/** How near to what VOD let through it comes back, and in what time. */
const NEAR = 0.98;
const BACK_MS = 1000;

/** How long it stays there, and how it grows from then on: by this × seconds², slowly, then fast. */
const HOLD_MS = 5000;
const GROWTH = 1;

/** A refusal, and what follows from it. */
interface Refusal {
  readonly at: number;
  /** The share that was taken off. */
  readonly cut: number;
  /** The rate it fell to, and what VOD was found to let through. */
  readonly low: number;
  readonly known: number;
}

/**
 * The rate that VOD lets through, as far as it was found out. It grows until VOD refuses a call.
 * Then it falls by a tenth, comes back to just below what VOD let through within the last second,
 * stays there, and tries more, first slowly. Each refusal within a second of the last takes off twice
 * as much, up to 0.4, so that the third leaves less than half.
 */
export class FoundRate {
  readonly #limit: number;
  #now: number;
  #refusal: Refusal | undefined;
  /** When each call of the last second came through, and the first of all. */
  readonly #through: number[] = [];
  #first: number | undefined;

  constructor(start = 20, limit = OWN_LIMIT) {
    this.#limit = limit;
    this.#now = Math.min(start, limit);
  }

  /** Calls a second. */
  get now(): number {
    return this.#now;
  }

  /** A call came through at a time, in milliseconds, whatever became of it then. */
  cameThrough(at: number): void {
    this.#first ??= at;
    this.#through.push(at);
    this.#forget(at);
  }

  /** A call was let through, and answered: the rate grows. */
  letThrough(at: number): void {
    this.cameThrough(at);
    this.#now = Math.max(this.#now, Math.min(this.#limit, this.#grown(at)));
  }

  /**
   * A call was refused for rate: the rate falls, once for all calls that had left before it did.
   * `waiting`: others wait for their turn, so that what came through was not all there was to send.
   */
  refused(at: number, sentAt: number, waiting: boolean): void {
    const last = this.#refusal;
    if (last !== undefined && sentAt < last.at) return;
    this.#forget(at);
    const again = last !== undefined && at - last.at < SECOND;
    const cut = again ? Math.min(DEEPEST_CUT, 2 * last.cut) : CUT;
    // What came through is less than was let through while the rate is still down or growing.
    const told = waiting && this.#first !== undefined && at - this.#first >= SECOND;
    const through = told ? Math.min(this.#now, this.#through.length) : this.#now;
    const known = again ? last.known * (1 - cut ** 2 / 2) : through;
    const low = Math.max(SLOWEST, Math.min(known, this.#now) * (1 - cut));
    this.#now = low;
    this.#refusal = { at, cut, low, known };
  }

  #grown(at: number): number {
    if (this.#refusal === undefined) return this.#now + FIRST_GROWTH;
    const { at: since, low, known } = this.#refusal;
    const back = Math.min(1, (at - since) / BACK_MS);
    const seconds = Math.max(0, at - since - HOLD_MS) / SECOND;
    return low + (NEAR * known - low) * back + GROWTH * seconds ** 2;
  }

  #forget(now: number): void {
    while (now - (this.#through[0] ?? now) > SECOND) this.#through.shift();
  }
}

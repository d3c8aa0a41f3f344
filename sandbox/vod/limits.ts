const second = 1000;
const minute = 60 * second;

/** How far a request's time may differ from the gateway's, in milliseconds. */
export const timeWindow = 15 * minute;

/** Remembers the nonces of requests with a right signature. */
export class Nonces {
  readonly #used = new Map<string, number>();

  has(key: string, nonce: string): boolean {
    return this.#used.has(`${key} ${nonce}`);
  }

  add(key: string, nonce: string, now: number): void {
    // Nonces are in order of time, so the oldest come first.
    for (const [used, at] of this.#used) {
      if (now - at <= 2 * timeWindow) break;
      this.#used.delete(used);
    }
    this.#used.set(`${key} ${nonce}`, now);
  }

  clear(): void {
    this.#used.clear();
  }
}

/** Limits the calls of each account within any second. */
export class Rate {
  readonly #perSecond: number;
  readonly #calls = new Map<string, number[]>();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts a call, and returns true; returns false if the limit is reached. */
  take(account: string, now: number): boolean {
    const recent = (this.#calls.get(account) ?? []).filter((at) => now - at < second);
    const free = recent.length < this.#perSecond;
    if (free) recent.push(now);
    this.#calls.set(account, recent);
    return free;
  }

  clear(): void {
    this.#calls.clear();
  }
}

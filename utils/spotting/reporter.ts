import type { Ledger } from './ledger.ts';
import type { Sighting } from './sighting.ts';

const FIRST = 30;
const PAUSE = 300;
const MOST = 500;

/** Sends what is new, a few batches a second at most. */
export class Reporter {
  readonly #ledger: Ledger;
  readonly #report: (batch: readonly Sighting[]) => void;
  readonly #onSent: () => void;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor(
    ledger: Ledger,
    report: (batch: readonly Sighting[]) => void,
    onSent: () => void,
    signal: AbortSignal,
  ) {
    this.#ledger = ledger;
    this.#report = report;
    this.#onSent = onSent;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** There is news; it goes out soon. */
  wake(): void {
    if (this.#signal.aborted) return;
    const pause = this.#last + PAUSE - performance.now();
    this.#timer ??= setTimeout(() => this.#send(), Math.max(FIRST, pause));
  }

  #send(): void {
    this.#timer = undefined;
    this.#last = performance.now();
    const batch = this.#ledger.takeNews(MOST);
    if (batch.length > 0) this.#report(batch);
    if (this.#ledger.hasNews) this.wake();
    else this.#onSent();
  }
}

import type { Ledger } from './ledger.ts';
import type { Sighting } from './sighting.ts';

const FIRST = 30;
const PAUSE = 300;
const MOST = 2000;

/**
 * Reports new sightings in batches, at most one in 300 ms. Calls `onSent` when none is left.
 * @returns A function to call when the ledger has something new.
 */
export function sendBatches(
  ledger: Ledger,
  report: (batch: readonly Sighting[]) => void,
  onSent: () => void,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -PAUSE;

  function wake(): void {
    if (signal.aborted) return;
    timer ??= setTimeout(send, Math.max(FIRST, last + PAUSE - performance.now()));
  }

  function send(): void {
    timer = undefined;
    last = performance.now();
    const batch = ledger.takeNews(MOST);
    if (batch.length > 0) report(batch);
    if (ledger.hasNews()) wake();
    else onSent();
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return wake;
}

import type { Ground } from './ground.ts';
import type { Ledger } from './ledger.ts';
import type { Work } from './slices.ts';

/** When to recheck after new content, in ms, for changes that cause no event. */
const RECHECKS = [300, 1000, 3000, 10_000];
const MOST_SWEEPS = 5;
const SWEEP_PAUSE = 5000;

/**
 * Calls `recheck` when the page may have changed without a mutation: after a sheet was loaded, and
 * after the page's address changed.
 * @returns A function to call after new content; `recheck` is then called several times.
 */
export function planRechecks(
  document: Document,
  recheck: () => void,
  signal: AbortSignal,
): () => void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const clear = () => timers.forEach(clearTimeout);
  signal.addEventListener('abort', clear);
  document.addEventListener(
    'load',
    ({ target }) => {
      if ((target as Element | null)?.localName === 'link') recheck();
    },
    { capture: true, signal },
  );
  const view = document.defaultView as (Window & { navigation?: EventTarget }) | null;
  view?.navigation?.addEventListener('currententrychange', recheck, { signal });
  for (const event of ['popstate', 'hashchange'])
    view?.addEventListener(event, recheck, { signal });
  return () => {
    clear();
    timers = RECHECKS.map((after) => setTimeout(recheck, after));
  };
}

/** @returns A function that reads the page's own address if it has changed. */
export function followAddress(ground: Ground): () => void {
  let address = '';
  return () => {
    const value = ground.document.location?.href ?? '';
    if (value === address) return;
    address = value;
    ground.take({ tag: '', slot: '#page', value });
  };
}

/**
 * An address that was loaded but found nowhere may be in a closed root where none was expected.
 * @returns A function to call after a load; it sweeps all trees in such a case, but not often.
 */
export function followStrays(
  ledger: Ledger,
  sweepAll: () => Work,
  queue: Ground['queue'],
): () => void {
  let sweeps = 0;
  let next = 0;
  function* sweep(): Work {
    // Work that was queued before this may have found it.
    if (ledger.hasStray() && sweeps++ < MOST_SWEEPS) yield* sweepAll();
  }
  return () => {
    if (performance.now() < next) return;
    next = performance.now() + SWEEP_PAUSE;
    queue(sweep());
  };
}

import { useEffect, useState } from 'preact/hooks';
import { onStoreChange, type WatchedStore } from '../../utils/browser/changes.ts';

/** The latest value of an observer; `undefined` until it first tells. */
export function useObserved<T>(
  observe: (listener: (value: T) => void) => () => void,
  inputs: readonly unknown[],
): { readonly value: T } | undefined {
  const [latest, setLatest] = useState<{ readonly value: T }>();
  useEffect(() => observe((value) => setLatest({ value })), inputs);
  return latest;
}

const QUIET_MS = 150;

/**
 * What a store of IndexedDB holds, read again after its changes; `undefined` until first read. A
 * running job announces many changes a second, so readings keep a distance that grows with their
 * cost.
 */
export function useStored<T>(
  store: WatchedStore,
  read: () => Promise<T>,
  inputs: readonly unknown[],
): T | undefined {
  const [latest, setLatest] = useState<T>();
  useEffect(() => {
    let ended = false;
    let reading = false;
    let stale = false;
    const again = async () => {
      if (reading) {
        stale = true;
        return;
      }
      reading = true;
      do {
        stale = false;
        const began = performance.now();
        const value = await read().catch(() => undefined);
        if (ended) return;
        if (value !== undefined) setLatest(() => value);
        await pause(Math.max(QUIET_MS, 3 * (performance.now() - began)));
      } while (stale && !ended);
      reading = false;
    };
    const end = onStoreChange(store, () => void again());
    void again();
    return () => {
      ended = true;
      end();
    };
  }, inputs);
  return latest;
}

/** The time now, told again every so many milliseconds while `running`. */
export function useNow(everyMs: number, running: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, running]);
  return now;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

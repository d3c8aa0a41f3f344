import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onStoreChange, type WatchedStore } from '../../utils/browser/changes.ts';

/** The latest value of an observer; `undefined` until it first tells. */
export function useObserved<T>(
  observe: (listener: (value: T) => void) => () => void,
  inputs: readonly unknown[],
): { readonly value: T } | undefined {
  const [latest, setLatest] = useState<{ readonly value: T }>();
  // Not after the next picture: that one shall show it.
  useLayoutEffect(() => observe((value) => setLatest({ value })), inputs);
  return latest;
}

const QUIET_MS = 150;

/** What a store holds, as far as it could be read. */
export interface Stored<T> {
  /** As it was read last; `undefined` until first read. */
  readonly value: T | undefined;
  /** The latest reading failed. */
  readonly failed: boolean;
  readonly readAgain: () => void;
}

/**
 * What a store of IndexedDB holds, read again after its changes. A running job announces many
 * changes a second, so readings keep a distance that grows with their cost.
 */
export function useStored<T>(
  store: WatchedStore,
  read: () => Promise<T>,
  inputs: readonly unknown[],
): Stored<T> {
  const [value, setValue] = useState<T>();
  const [failed, setFailed] = useState(false);
  const reader = useRef<(() => void) | undefined>(undefined);
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
        const found = await read().then(
          (held) => ({ held }),
          () => undefined,
        );
        if (ended) return;
        if (found !== undefined) setValue(() => found.held);
        setFailed(found === undefined);
        await pause(Math.max(QUIET_MS, 3 * (performance.now() - began)));
      } while (stale && !ended);
      reading = false;
    };
    const end = onStoreChange(store, () => void again());
    reader.current = () => void again();
    void again();
    return () => {
      ended = true;
      end();
    };
  }, inputs);
  const readAgain = useCallback(() => reader.current?.(), []);
  return { value, failed, readAgain };
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

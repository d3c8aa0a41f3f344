import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Coalesced } from '../../utils/async/coalesced.ts';
import { onStoreChange, type WatchedStore } from '../../utils/browser/store.ts';

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
    const readings = new Coalesced<WatchedStore>(async () => {
      if (ended) return;
      const found = await read().then(
        (held) => ({ held }),
        () => undefined,
      );
      if (ended) return;
      if (found !== undefined) setValue(() => found.held);
      setFailed(found === undefined);
    }, QUIET_MS);
    const again = () => readings.ask(store);
    const end = onStoreChange(store, again);
    reader.current = again;
    again();
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

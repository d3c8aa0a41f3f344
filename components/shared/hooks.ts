import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Coalesced } from '../../utils/async/coalesced.ts';
import { onStoreChange, type WatchedStore } from '../../utils/browser/store.ts';

/** @returns The latest value of an observer; `undefined` until its first value. */
export function useObserved<T>(
  observe: (listener: (value: T) => void) => () => void,
  inputs: readonly unknown[],
): { readonly value: T } | undefined {
  const [latest, setLatest] = useState<{ readonly value: T }>();
  // A layout effect, so that the next paint can already show the value.
  useLayoutEffect(() => observe((value) => setLatest({ value })), inputs);
  return latest;
}

const QUIET_MS = 150;

/** The content of a store, as far as it could be read. */
export interface Stored<T> {
  /** The result of the last successful read; `undefined` before it. */
  readonly value: T | undefined;
  /** Whether the latest read failed. */
  readonly failed: boolean;
  readonly readAgain: () => void;
}

/**
 * Reads an IndexedDB store, now and after its changes. A running job makes many changes a second,
 * so there is a pause after each read that grows with the duration of the read.
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

/** @returns The time in milliseconds since 1970, updated every `everyMs` while `running`. */
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

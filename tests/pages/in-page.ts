import type { Sighting } from '../../utils/spotting/sighting.ts';
import { type Spotter, type SpotterOptions, startSpotter } from '../../utils/spotting/spotter.ts';

/** What tests read from `window.bench`. */
export interface Harness {
  readonly spotter: Spotter;
  readonly batches: Sighting[][];
  readonly slices: number[];
  readonly capped: number[];
  readonly errors: string[];
  readonly stop: () => void;
}

/** Starts a spotter as the extension does, with access to closed roots and foreign style sheets. */
export function start(options: Partial<SpotterOptions> = {}): Harness {
  const ending = new AbortController();
  const batches: Sighting[][] = [];
  const slices: number[] = [];
  const capped: number[] = [];
  const errors: string[] = [];
  const { closedRoots } = globalThis as { closedRoots?: WeakMap<Element, ShadowRoot> };
  const spotter = startSpotter({
    document,
    report: (batch) => batches.push([...batch]),
    onSlice: (milliseconds) => slices.push(milliseconds),
    onError: (error) => errors.push(String(error)),
    onCapped: (nodes) => capped.push(nodes),
    shadowRootOf: (element) => closedRoots?.get(element),
    fetchStyleSheet: async (url) => (await fetch(url)).text(),
    signal: ending.signal,
    ...options,
  });
  return { spotter, batches, slices, capped, errors, stop: () => ending.abort() };
}

import type { Ground } from './ground.ts';
import type { Work } from './slices.ts';

/** Browsers keep 250 entries by default; a long list of pictures has more. */
const BUFFER = 10_000;

/** Reads the address of everything that the page loads, whatever started the request. */
export function watchLoaded(ground: Ground, signal: AbortSignal): void {
  if (typeof PerformanceObserver === 'undefined') return;
  let names: string[] = [];
  performance.setResourceTimingBufferSize(BUFFER);
  const observer = new PerformanceObserver((list) => {
    if (names.length === 0) ground.queue(work());
    for (const { name } of list.getEntries()) if (names.length < BUFFER) names.push(name);
  });

  function* work(): Work {
    const taken = names;
    names = [];
    for (const [at, value] of taken.entries()) {
      if (ground.mentions(value)) ground.take({ tag: '', slot: '#loaded', value });
      if (at % 16 === 15) yield;
    }
  }

  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Work in small steps: each `yield` is a place where the page may take over; `yield true` follows a
 * step of some weight.
 */
export type Work = Generator<true | undefined, void, void>;

/** Well under the 8 ms that one step may add to. */
const SLICE = 5;
/** The clock is dear too; light steps share a look at it. */
const LIGHT_STEPS = 8;
/** Where nobody looks at the page, longer steps are in nobody's way. */
const HIDDEN_SLICE = 50;
/** How long a hidden page is searched once it was asked for, in ms. */
const ASKED_FOR = 10_000;
/** A page that never rests must not keep the queue waiting for ever. */
const PATIENCE = 100;

interface Scheduler {
  postTask(run: () => void, options: { priority: 'background' }): Promise<unknown>;
}

/** Tells whoever measures or tests what happens inside. */
export interface Gauges {
  /** How long a slice of work took. */
  onSlice?(milliseconds: number): void;
  /** A part of the page could not be searched; the rest was. */
  onError?(error: unknown): void;
}

/** The one queue of works. */
export interface Slices {
  empty(): boolean;
  add(work: Work): void;
  /** The person wants to know now: works go on for a while though the page is hidden. */
  hurry(): void;
}

/**
 * Runs works one after another in slices between the page's own tasks, and not at all while the
 * page is hidden, unless it was asked for.
 */
export function startSlices(
  document: Document,
  signal: AbortSignal,
  onEmpty: () => void,
  gauges: Gauges,
): Slices {
  const queue: Work[] = [];
  let asked = 0;
  let waiting = false;
  let askedUntil = 0;

  function ask(): void {
    if (waiting || queue.length === 0) return;
    if (document.hidden && performance.now() >= askedUntil) return;
    waiting = true;
    const turn = ++asked;
    const run = () => {
      if (turn !== asked || !waiting || signal.aborted) return;
      waiting = false;
      slice();
    };
    const { scheduler } = globalThis as { scheduler?: Scheduler };
    scheduler?.postTask(run, { priority: 'background' }).catch(() => {});
    setTimeout(run, scheduler ? PATIENCE : 0);
  }

  function slice(): void {
    const start = performance.now();
    const limit = document.hidden ? HIDDEN_SLICE : SLICE;
    let work = queue[0];
    for (let steps = 1; work; steps++) {
      const { done, heavy } = step(work, gauges.onError);
      if (done) queue.shift();
      work = queue[0];
      if ((heavy || steps % LIGHT_STEPS === 0) && performance.now() - start >= limit) break;
    }
    gauges.onSlice?.(performance.now() - start);
    if (work) ask();
    else onEmpty();
  }

  document.addEventListener('visibilitychange', ask, { signal });
  signal.addEventListener('abort', () => queue.splice(0));

  return {
    empty: () => queue.length === 0,
    add(work) {
      if (signal.aborted) return;
      queue.push(work);
      ask();
    },
    hurry() {
      askedUntil = performance.now() + ASKED_FOR;
      ask();
    },
  };
}

/** One broken corner of a page must not end the search of the rest. */
function step(work: Work, onError?: (error: unknown) => void): { done: boolean; heavy: boolean } {
  try {
    const { done, value } = work.next();
    return { done: done === true, heavy: value === true };
  } catch (error) {
    onError?.(error);
    return { done: true, heavy: true };
  }
}

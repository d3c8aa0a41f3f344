/**
 * Work in small steps. At each `yield` the page's own tasks may run; `yield true` follows a step
 * that took some time.
 */
export type Work = Generator<true | undefined, void, void>;

/** Length of a slice, in ms. Its last step may exceed this; 8 ms in all are acceptable. */
const SLICE = 5;
/** Reading the clock costs time too: it is read once for this many light steps. */
const LIGHT_STEPS = 8;
/** Length of a slice on a hidden page, in ms: nobody sees it wait. */
const HIDDEN_SLICE = 50;
/** How long a hidden page is searched after the person asked for it, in ms. */
const ASKED_FOR = 10_000;
/** Longest wait for the scheduler, in ms: a page that is always busy must not block the queue. */
const PATIENCE = 100;

interface Scheduler {
  postTask(run: () => void, options: { priority: 'background' }): Promise<unknown>;
}

/** Callbacks for measurements and tests. */
export interface Gauges {
  /** Called after each slice, with its duration. */
  onSlice?(milliseconds: number): void;
  /** Called when a part of the page could not be searched; the rest still is. */
  onError?(error: unknown): void;
}

/** The queue of work. */
export interface Slices {
  empty(): boolean;
  add(work: Work): void;
  /** Works for a while although the page is hidden, because the person asked for results. */
  hurry(): void;
}

/**
 * Runs queued work in order, in slices between the page's own tasks. A hidden page is searched only
 * for a while after `hurry`.
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

/** Runs one step. An error in one part of a page must not end the search of the rest. */
function step(work: Work, onError?: (error: unknown) => void): { done: boolean; heavy: boolean } {
  try {
    const { done, value } = work.next();
    return { done: done === true, heavy: value === true };
  } catch (error) {
    onError?.(error);
    return { done: true, heavy: true };
  }
}

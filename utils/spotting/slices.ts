/** Work in small steps: each `yield` is a place where the page may take over. */
export type Work = Generator<void, void, void>;

/** Well under the 8 ms that one step may add to. */
const SLICE = 5;
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

/**
 * Runs works one after another in slices between the page's own tasks, and not at all while the
 * page is hidden.
 */
export class Slices {
  readonly #queue: Work[] = [];
  readonly #document: Document;
  readonly #signal: AbortSignal;
  readonly #gauges: Gauges;
  readonly #onEmpty: () => void;
  #asked = 0;
  #waiting = false;

  constructor(document: Document, signal: AbortSignal, onEmpty: () => void, gauges: Gauges) {
    this.#document = document;
    this.#signal = signal;
    this.#onEmpty = onEmpty;
    this.#gauges = gauges;
    document.addEventListener('visibilitychange', () => this.#ask(), { signal });
    signal.addEventListener('abort', () => this.#queue.splice(0));
  }

  get empty(): boolean {
    return this.#queue.length === 0;
  }

  add(work: Work): void {
    if (this.#signal.aborted) return;
    this.#queue.push(work);
    this.#ask();
  }

  #ask(): void {
    if (this.#waiting || this.empty || this.#document.hidden) return;
    this.#waiting = true;
    const turn = ++this.#asked;
    const run = () => {
      if (turn !== this.#asked || !this.#waiting || this.#signal.aborted) return;
      this.#waiting = false;
      this.#run();
    };
    const { scheduler } = globalThis as { scheduler?: Scheduler };
    scheduler?.postTask(run, { priority: 'background' }).catch(() => {});
    setTimeout(run, scheduler ? PATIENCE : 0);
  }

  #run(): void {
    const start = performance.now();
    let work = this.#queue[0];
    while (work && performance.now() - start < SLICE) {
      // One broken corner of a page must not end the search of the rest.
      if (step(work, this.#gauges.onError)) this.#queue.splice(this.#queue.indexOf(work), 1);
      work = this.#queue[0];
    }
    this.#gauges.onSlice?.(performance.now() - start);
    if (this.empty) this.#onEmpty();
    else this.#ask();
  }
}

function step(work: Work, onError?: (error: unknown) => void): boolean {
  try {
    return work.next().done === true;
  } catch (error) {
    onError?.(error);
    return true;
  }
}

import { sleep } from './sleep.ts';

/**
 * Runs work for each key with pauses: the first request at once, requests that come meanwhile as
 * one after the pause. The pause is at least three times as long as the work took.
 */
export class Coalesced<Key> {
  readonly #work: (key: Key) => Promise<void>;
  readonly #pauseMs: number;
  readonly #running = new Set<Key>();
  readonly #asked = new Set<Key>();

  constructor(work: (key: Key) => Promise<void>, pauseMs: number) {
    this.#work = work;
    this.#pauseMs = pauseMs;
  }

  ask(key: Key): void {
    this.#asked.add(key);
    if (this.#running.has(key)) return;
    this.#running.add(key);
    void this.#run(key);
  }

  async #run(key: Key): Promise<void> {
    while (this.#asked.delete(key)) {
      const began = performance.now();
      try {
        await this.#work(key);
      } catch (error) {
        console.error(error);
      }
      const pause = Math.max(this.#pauseMs, 3 * (performance.now() - began));
      await sleep(pause);
    }
    this.#running.delete(key);
  }
}

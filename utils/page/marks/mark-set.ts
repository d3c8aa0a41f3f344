import type { Canvas } from './canvas.ts';
import { Mark, type MarkTexts } from './mark.ts';
import type { Place } from './tracker.ts';

/** The marks that are drawn on a page: one for each element that carries sightings. */
export class MarkSet {
  readonly #canvas: Canvas;
  readonly #texts: MarkTexts;
  readonly #pick: (keys: readonly string[]) => void;
  readonly #signal: AbortSignal;
  readonly #marks = new Map<Element, Mark>();
  #collected = new Set<string>();
  #carried: ReadonlyMap<Element, readonly string[]> = new Map();

  constructor(
    canvas: Canvas,
    texts: MarkTexts,
    pick: (keys: readonly string[]) => void,
    signal: AbortSignal,
  ) {
    this.#canvas = canvas;
    this.#texts = texts;
    this.#pick = pick;
    this.#signal = signal;
  }

  /** The elements that carry sightings now, with their keys. */
  set carried(carried: ReadonlyMap<Element, readonly string[]>) {
    this.#carried = carried;
    this.#relabel();
  }

  /** The sightings that are collected. */
  set collected(keys: Iterable<string>) {
    this.#collected = new Set(keys);
    this.#relabel();
  }

  /** Adds sightings to the collected ones. */
  collect(keys: Iterable<string>): void {
    this.collected = [...this.#collected, ...keys];
  }

  /** Draws the marks where their elements are. Removes the others, unless they have the focus. */
  place(places: ReadonlyMap<Element, Place>): void {
    const taken = new Set<string>();
    for (const [element, where] of places) {
      const keys = this.#carried.get(element);
      if (keys) this.#markOf(element, keys).place(where, taken);
    }
    for (const [element, mark] of this.#marks) {
      if (this.#carried.has(element) && (places.has(element) || mark.focused)) continue;
      mark.remove();
      this.#marks.delete(element);
    }
  }

  erase(): void {
    for (const mark of this.#marks.values()) mark.remove();
    this.#marks.clear();
  }

  #markOf(element: Element, keys: readonly string[]): Mark {
    let mark = this.#marks.get(element);
    if (!mark) {
      mark = new Mark(this.#canvas, this.#texts, this.#pick, this.#signal);
      this.#marks.set(element, mark);
      this.#label(mark, keys);
    }
    return mark;
  }

  #relabel(): void {
    for (const [element, mark] of this.#marks) {
      this.#label(mark, this.#carried.get(element) ?? []);
    }
  }

  #label(mark: Mark, keys: readonly string[]): void {
    mark.label(
      keys,
      keys.every((key) => this.#collected.has(key)),
    );
  }
}

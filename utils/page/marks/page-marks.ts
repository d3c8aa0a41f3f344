import type { Spotter } from '../../spotting/spotter.ts';
import { Canvas } from './canvas.ts';
import { Flash } from './flash.ts';
import { type MarkTexts, nameOf } from './mark.ts';
import { MarkSet } from './mark-set.ts';
import { elementsOf, type MarkOrder, markedKeys, shownBy } from './targets.ts';
import { type Place, Tracker } from './tracker.ts';

/** What drawing on a page needs. */
export interface PageMarksOptions {
  readonly document: Document;
  readonly view: Window;
  /** The document's spotter, if it has one. */
  spotter(): Spotter | undefined;
  /** Collects a sighting. Resolves with whether it was collected. */
  pick(key: string): Promise<boolean>;
  readonly texts: MarkTexts;
  /** Called when nothing is drawn any more, and nothing is left on the page. */
  onEnd(): void;
}

/** Draws on a page. */
export interface PageMarks {
  /** Marks sightings, each element once, until they are erased. */
  draw(order: MarkOrder): void;
  erase(): void;
  /** Scrolls to the first of these sightings that can be shown, and flashes it; false if none. */
  show(keys: readonly string[]): boolean;
  /** Shows the person a text for a few seconds. */
  say(text: string): void;
}

/** How often elements that the page replaced are looked up again. */
const RENEW_MS = 2000;
const SAID_MS = 5000;

/** Starts drawing on a page. Adds nothing to it before there is something to draw. */
export function startPageMarks(options: PageMarksOptions): PageMarks {
  return new Drawing(options);
}

class Drawing implements PageMarks {
  readonly #options: PageMarksOptions;
  readonly #end = new AbortController();
  readonly #canvas: Canvas;
  readonly #tracker: Tracker;
  readonly #flash: Flash;
  readonly #marks: MarkSet;
  #keys: readonly string[] = [];
  #renewed = 0;
  #saying: number | undefined;

  constructor(options: PageMarksOptions) {
    const { signal } = this.#end;
    const canvas = new Canvas(options.document);
    this.#options = options;
    this.#canvas = canvas;
    this.#tracker = new Tracker(
      options.view,
      canvas.layer,
      (places) => this.#place(places),
      signal,
    );
    this.#flash = new Flash(canvas, () => this.#done());
    this.#marks = new MarkSet(canvas, options.texts, (keys) => void this.#pick(keys), signal);
  }

  draw(order: MarkOrder): void {
    this.#keys = markedKeys(this.#options.spotter()?.sightings() ?? [], order);
    this.#marks.collected = order.collected;
    this.#done();
  }

  erase(): void {
    this.#keys = [];
    this.#marks.erase();
    this.#done();
  }

  show(wanted: readonly string[]): boolean {
    for (const key of wanted) {
      const element = this.#options.spotter()?.elementOf(key);
      if (!element?.isConnected) continue;
      if (this.#flash.start(shownBy(element))) {
        this.#renew();
        return true;
      }
    }
    this.#done();
    return false;
  }

  say(text: string): void {
    const { view } = this.#options;
    view.clearTimeout(this.#saying);
    this.#canvas.keep();
    this.#canvas.say(text);
    this.#saying = view.setTimeout(() => {
      this.#saying = undefined;
      this.#canvas.say('');
      this.#done();
    }, SAID_MS);
  }

  #place(places: ReadonlyMap<Element, Place>): void {
    this.#canvas.keep();
    this.#marks.place(places);
    this.#flash.place(places);
    if (this.#keys.length > 0 && performance.now() - this.#renewed > RENEW_MS) this.#renew();
  }

  async #pick(picked: readonly string[]): Promise<void> {
    const { pick, texts } = this.#options;
    const results = await Promise.all(picked.map((key) => pick(key).catch(() => false)));
    this.#marks.collect(picked.filter((_, at) => results[at]));
    if (results.includes(false)) this.say(texts.failed());
    else this.#canvas.announce(texts.collected(picked.map(nameOf)));
  }

  /** Looks up where the sightings are now. */
  #renew(): void {
    this.#renewed = performance.now();
    const { elementOf } = this.#options.spotter() ?? {};
    const carried = elementOf ? elementsOf(this.#keys, elementOf) : new Map<Element, string[]>();
    this.#marks.carried = carried;
    const followed = new Set(carried.keys());
    if (this.#flash.element) followed.add(this.#flash.element);
    if (followed.size > 0) this.#canvas.keep();
    this.#tracker.follow(followed);
  }

  /** Restores the page if there is nothing more to draw. */
  #done(): void {
    this.#renew();
    if (this.#keys.length > 0 || this.#flash.element || this.#saying !== undefined) return;
    this.#end.abort();
    this.#canvas.remove();
    this.#options.onEnd();
  }
}

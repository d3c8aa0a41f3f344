import type { Spotter } from '../../spotting/spotter.ts';
import { Canvas } from './canvas.ts';
import { Flash } from './flash.ts';
import { Mark, type MarkTexts, nameOf } from './mark.ts';
import { elementsOf, type MarkOrder, markedKeys, shownBy } from './targets.ts';
import { type Place, Tracker } from './tracker.ts';

/** What drawing on a page needs from whoever starts it. */
export interface PageMarksOptions {
  readonly document: Document;
  readonly view: Window;
  /** The document's spotter, if it has one. */
  spotter(): Spotter | undefined;
  /** Collects a sighting; gives whether it was. */
  pick(key: string): Promise<boolean>;
  readonly texts: MarkTexts;
  /** Nothing is drawn any more, and nothing is left on the page. */
  onEnd(): void;
}

/** Draws on a page. */
export interface PageMarks {
  /** Marks sightings, each element once, until they are erased. */
  draw(order: MarkOrder): void;
  erase(): void;
  /** Scrolls to the first of these sightings that can be seen and flashes it; false if none can. */
  show(keys: readonly string[]): boolean;
  /** Tells the person something for a few seconds. */
  say(text: string): void;
}

/** Elements that the page replaced are looked for again so often. */
const RENEW_MS = 2000;
const SAID_MS = 5000;

/** Starts drawing on a page; nothing is added to it before there is something to draw. */
export function startPageMarks(options: PageMarksOptions): PageMarks {
  const { document, view, texts } = options;
  const end = new AbortController();
  const canvas = new Canvas(document);
  const tracker = new Tracker(view, canvas.layer, place, end.signal);
  const flash = new Flash(canvas, done);
  const marks = new Map<Element, Mark>();
  let keys: readonly string[] = [];
  let collected = new Set<string>();
  let carried = new Map<Element, string[]>();
  let renewed = 0;
  let saying: number | undefined;

  function place(places: ReadonlyMap<Element, Place>): void {
    canvas.keep();
    const taken = new Set<string>();
    for (const [element, where] of places) {
      const held = carried.get(element);
      if (held) markOf(element, held).place(where, taken);
    }
    for (const [element, mark] of marks) {
      if (carried.has(element) && (places.has(element) || mark.focused)) continue;
      mark.remove();
      marks.delete(element);
    }
    flash.place(places);
    if (keys.length > 0 && performance.now() - renewed > RENEW_MS) renew();
  }

  function markOf(element: Element, held: readonly string[]): Mark {
    let mark = marks.get(element);
    if (!mark) {
      mark = new Mark(canvas, texts, pick, end.signal);
      marks.set(element, mark);
      label(mark, held);
    }
    return mark;
  }

  function label(mark: Mark, held: readonly string[]): void {
    mark.label(
      held,
      held.every((key) => collected.has(key)),
    );
  }

  function pick(picked: readonly string[]): void {
    void Promise.all(picked.map((key) => options.pick(key).catch(() => false))).then((results) => {
      picked.forEach((key, at) => {
        if (results[at]) collected.add(key);
      });
      relabel();
      if (results.includes(false)) api.say(texts.failed());
      else canvas.announce(texts.collected(picked.map(nameOf)));
    });
  }

  function relabel(): void {
    for (const [element, mark] of marks) label(mark, carried.get(element) ?? []);
  }

  /** Looks up where the sightings are now. */
  function renew(): void {
    renewed = performance.now();
    const { elementOf } = options.spotter() ?? {};
    carried = elementOf ? elementsOf(keys, elementOf) : new Map();
    relabel();
    const followed = new Set(carried.keys());
    if (flash.element) followed.add(flash.element);
    if (followed.size > 0) canvas.keep();
    tracker.follow(followed);
  }

  /** Leaves the page as it was when there is nothing more to draw. */
  function done(): void {
    renew();
    if (keys.length > 0 || flash.element || saying !== undefined) return;
    end.abort();
    canvas.remove();
    options.onEnd();
  }

  const api: PageMarks = {
    draw(order) {
      keys = markedKeys(options.spotter()?.sightings() ?? [], order);
      collected = new Set(order.collected);
      done();
    },
    erase() {
      keys = [];
      for (const mark of marks.values()) mark.remove();
      marks.clear();
      done();
    },
    show(wanted) {
      for (const key of wanted) {
        const element = options.spotter()?.elementOf(key);
        if (!element?.isConnected) continue;
        if (flash.start(shownBy(element))) {
          renew();
          return true;
        }
      }
      done();
      return false;
    },
    say(text) {
      view.clearTimeout(saying);
      canvas.keep();
      canvas.say(text);
      saying = view.setTimeout(() => {
        saying = undefined;
        canvas.say('');
        done();
      }, SAID_MS);
    },
  };
  return api;
}

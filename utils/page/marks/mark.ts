import type { Canvas } from './canvas.ts';
import type { Place } from './tracker.ts';

/** The texts of a mark, in the person's language. */
export interface MarkTexts {
  /** The label of its button. */
  collect(names: readonly string[]): string;
  /** The label once its sightings are collected. */
  collected(names: readonly string[]): string;
  /** The message when collecting failed. */
  failed(): string;
}

/** The size of a badge with the space around it. */
const SPOT = 28;

/** The outline and badge of one element, which may carry several sightings. */
export class Mark {
  readonly #canvas: Canvas;
  readonly #texts: MarkTexts;
  readonly #frame: HTMLElement;
  readonly #badge: HTMLButtonElement;
  #keys: readonly string[] = [];

  constructor(
    canvas: Canvas,
    texts: MarkTexts,
    pick: (keys: readonly string[]) => void,
    signal: AbortSignal,
  ) {
    this.#canvas = canvas;
    this.#texts = texts;
    const document = canvas.root.ownerDocument;
    this.#frame = document.createElement('div');
    this.#frame.className = 'frame';
    this.#badge = document.createElement('button');
    this.#badge.type = 'button';
    for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown']) {
      // A click on a mark must not reach the picture below it.
      this.#badge.addEventListener(name, (event) => event.stopPropagation(), { signal });
    }
    this.#badge.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        // Only the person may collect; a script of the page can cause clicks too.
        if (event.isTrusted) pick(this.#keys);
      },
      { signal },
    );
  }

  get focused(): boolean {
    return this.#canvas.root.activeElement === this.#badge;
  }

  /** Sets the sightings of the mark, and whether they are collected. */
  label(keys: readonly string[], collected: boolean): void {
    this.#keys = keys;
    const names = keys.map(nameOf);
    const text = collected ? this.#texts.collected(names) : this.#texts.collect(names);
    this.#badge.className = collected ? 'badge collected' : 'badge';
    this.#badge.textContent = collected ? '✓' : keys.length > 1 ? `+${keys.length}` : '+';
    this.#badge.setAttribute('aria-label', text);
    this.#badge.title = text;
  }

  /** Draws the mark. Its badge moves aside for those that are drawn already. */
  place({ box, seen }: Place, taken: Set<string>): void {
    this.#frame.style.transform = `translate(${box.left}px, ${box.top}px)`;
    this.#frame.style.width = `${box.width}px`;
    this.#frame.style.height = `${box.height}px`;
    let left = Math.max(box.left, seen.left) + 2;
    const top = Math.max(box.top, seen.top) + 2;
    const spot = () => `${Math.round(left / SPOT)} ${Math.round(top / SPOT)}`;
    while (taken.has(spot())) left += SPOT;
    taken.add(spot());
    this.#badge.style.transform = `translate(${left}px, ${top}px)`;
    if (!this.#frame.isConnected) this.#canvas.layer.append(this.#frame, this.#badge);
  }

  remove(): void {
    this.#frame.remove();
    this.#badge.remove();
  }
}

/** @returns The last part of an address, by which a person can recognise it. */
export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).replace(/^[a-z]+-id:/, '');
}

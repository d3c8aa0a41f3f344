import type { Canvas } from './canvas.ts';
import type { Place } from './tracker.ts';

/** What a mark says, in the person's language. */
export interface MarkTexts {
  /** Names the button of a mark. */
  collect(names: readonly string[]): string;
  /** Names it once its sightings are collected. */
  collected(names: readonly string[]): string;
  /** Said when collecting did not work. */
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
      // What is meant for a mark is not meant for the picture below it.
      this.#badge.addEventListener(name, (event) => event.stopPropagation(), { signal });
    }
    this.#badge.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        // Only the person collects; the page can make clicks too.
        if (event.isTrusted) pick(this.#keys);
      },
      { signal },
    );
  }

  get focused(): boolean {
    return this.#canvas.root.activeElement === this.#badge;
  }

  /** Says which sightings it stands for, and whether they are collected. */
  label(keys: readonly string[], collected: boolean): void {
    this.#keys = keys;
    const names = keys.map(nameOf);
    const text = collected ? this.#texts.collected(names) : this.#texts.collect(names);
    this.#badge.className = collected ? 'badge collected' : 'badge';
    this.#badge.textContent = collected ? '✓' : keys.length > 1 ? `+${keys.length}` : '+';
    this.#badge.setAttribute('aria-label', text);
    this.#badge.title = text;
  }

  /** Draws it; the badge makes way for those that are there already. */
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

/** The last part of an address, which is what a person could tell it by. */
export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).replace(/^[a-z]+-id:/, '');
}

import type { Canvas } from './canvas.ts';
import type { Place } from './tracker.ts';

const FLASH_MS = 1500;
/** How long scrolling to the element may take. */
const PATIENCE_MS = 5000;

/** Shows the person where an element is. */
export class Flash {
  readonly #canvas: Canvas;
  readonly #onEnd: () => void;
  readonly #frame: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #element: Element | undefined;
  #seen = false;

  constructor(canvas: Canvas, onEnd: () => void) {
    this.#canvas = canvas;
    this.#onEnd = onEnd;
    this.#frame = canvas.root.ownerDocument.createElement('div');
    this.#frame.className = 'frame flash';
  }

  /** The element that is being shown. */
  get element(): Element | undefined {
    return this.#element;
  }

  /** Scrolls to an element and flashes it once it is in view; false if it has no box. */
  start(element: Element): boolean {
    if (element.getClientRects().length === 0) return false;
    this.#end();
    this.#element = element;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({
      behavior: still ? 'instant' : 'smooth',
      block: 'center',
      inline: 'nearest',
    });
    this.#endIn(PATIENCE_MS);
    return true;
  }

  /** Draws the flash where the element is now. */
  place(places: ReadonlyMap<Element, Place>): void {
    const where = this.#element && places.get(this.#element);
    if (!where) {
      this.#frame.remove();
      return;
    }
    const { left, top, width, height } = where.box;
    this.#frame.style.transform = `translate(${left}px, ${top}px)`;
    this.#frame.style.width = `${width}px`;
    this.#frame.style.height = `${height}px`;
    if (!this.#frame.isConnected) this.#canvas.layer.append(this.#frame);
    if (!this.#seen) this.#endIn(FLASH_MS);
    this.#seen = true;
  }

  #endIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#end();
      this.#onEnd();
    }, ms);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#element = undefined;
    this.#seen = false;
    this.#frame.remove();
  }
}

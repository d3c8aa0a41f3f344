/** A box in the coordinates of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a followed element is, while a part of it is visible. */
export interface Place {
  /** The element's box, without the parts that its scroll containers hide. */
  readonly box: Box;
  /** The part of it that is in the window. */
  readonly seen: Box;
}

/** After this many frames without movement, elements are measured less often. */
const STILL = 12;
const HEARTBEAT_MS = 250;

/** Events that may move an element. The heartbeat notices all other movements. */
const MOVERS = ['scroll', 'wheel', 'touchmove', 'resize', 'load', 'toggle', 'transitionrun'];

/**
 * Measures where elements are without forcing a layout: an intersection observer reports the boxes
 * of elements that it starts to observe, from the layout that the browser computes anyway. Visible
 * elements are measured in each frame while something moves, and four times a second otherwise.
 * Elements out of view cost nothing, and neither does a hidden page.
 */
export class Tracker {
  readonly #window: Window;
  readonly #anchor: Element;
  readonly #onPlaces: (places: ReadonlyMap<Element, Place>) => void;
  readonly #followed = new Set<Element>();
  readonly #visible = new Set<Element>();
  readonly #sight: IntersectionObserver;
  readonly #ruler: IntersectionObserver;
  #places: ReadonlyMap<Element, Place> = new Map();
  #still = 0;
  #frame: number | undefined;
  #timer: number | undefined;

  /**
   * @param anchor The origin of the places; it must be rendered.
   * @param onPlaces Called after each measurement with the places of all visible elements.
   */
  constructor(
    view: Window,
    anchor: Element,
    onPlaces: (places: ReadonlyMap<Element, Place>) => void,
    signal: AbortSignal,
  ) {
    this.#window = view;
    this.#anchor = anchor;
    this.#onPlaces = onPlaces;
    this.#sight = new IntersectionObserver((entries) => this.#see(entries));
    this.#ruler = new IntersectionObserver((entries) => this.#measured(entries));
    for (const name of MOVERS) {
      view.addEventListener(name, () => this.wake(), { capture: true, passive: true, signal });
    }
    signal.addEventListener('abort', () => {
      this.#sight.disconnect();
      this.#ruler.disconnect();
      this.#stop();
    });
  }

  /** Follows these elements and no others from now on. */
  follow(elements: ReadonlySet<Element>): void {
    for (const element of this.#followed) {
      if (elements.has(element)) continue;
      this.#followed.delete(element);
      this.#visible.delete(element);
      this.#sight.unobserve(element);
    }
    for (const element of elements) {
      if (this.#followed.has(element)) continue;
      this.#followed.add(element);
      this.#sight.observe(element);
    }
    this.wake();
  }

  /** Measures in the next frame, because something may have moved. */
  wake(): void {
    this.#still = 0;
    if (this.#frame === undefined) this.#measureNextFrame();
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && this.#followed.has(target)) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    this.wake();
  }

  #measureNextFrame(): void {
    this.#stop();
    this.#frame = this.#window.requestAnimationFrame(() => {
      this.#ruler.disconnect();
      this.#ruler.observe(this.#anchor);
      for (const element of this.#visible) this.#ruler.observe(element);
    });
  }

  #measured(entries: readonly IntersectionObserverEntry[]): void {
    const origin = entries.find(({ target }) => target === this.#anchor)?.boundingClientRect;
    // Without the anchor, this is the rest of an earlier measurement.
    if (!origin) return;
    const places = new Map<Element, Place>();
    for (const entry of entries) {
      if (entry.target !== this.#anchor && entry.isIntersecting) {
        places.set(entry.target, placeOf(entry, origin));
      }
    }
    this.#still = samePlaces(places, this.#places) ? this.#still + 1 : 0;
    this.#places = places;
    this.#onPlaces(places);
    this.#frame = undefined;
    if (this.#still < STILL) this.#measureNextFrame();
    else this.#timer = this.#window.setTimeout(() => this.#measureNextFrame(), HEARTBEAT_MS);
  }

  #stop(): void {
    if (this.#frame !== undefined) this.#window.cancelAnimationFrame(this.#frame);
    this.#window.clearTimeout(this.#timer);
    this.#frame = undefined;
    this.#timer = undefined;
  }
}

/** Cuts off what scroll containers hide, but not what is only outside of the window. */
function placeOf(entry: IntersectionObserverEntry, origin: DOMRectReadOnly): Place {
  const { boundingClientRect: whole, intersectionRect: seen, rootBounds: window } = entry;
  const left = window && seen.left <= window.left ? whole.left : seen.left;
  const top = window && seen.top <= window.top ? whole.top : seen.top;
  const right = window && seen.right >= window.right ? whole.right : seen.right;
  const bottom = window && seen.bottom >= window.bottom ? whole.bottom : seen.bottom;
  return {
    box: boxOf(left - origin.left, top - origin.top, right - left, bottom - top),
    seen: boxOf(seen.left - origin.left, seen.top - origin.top, seen.width, seen.height),
  };
}

function boxOf(left: number, top: number, width: number, height: number): Box {
  return { left, top, width, height };
}

function samePlaces(
  some: ReadonlyMap<Element, Place>,
  others: ReadonlyMap<Element, Place>,
): boolean {
  if (some.size !== others.size) return false;
  for (const [element, { box, seen }] of some) {
    const other = others.get(element);
    if (!other || !sameBox(box, other.box) || !sameBox(seen, other.seen)) return false;
  }
  return true;
}

function sameBox(one: Box, other: Box): boolean {
  return (
    Math.abs(one.left - other.left) < 0.5 &&
    Math.abs(one.top - other.top) < 0.5 &&
    Math.abs(one.width - other.width) < 0.5 &&
    Math.abs(one.height - other.height) < 0.5
  );
}

/** A part of a view, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An element's edge that must be in view, in pixels. */
const LEAST_EDGE = 8;
/** Points of an element that must be visible, as fractions of its width and height. */
const POINTS = [
  [0.5, 0.5],
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;
/** The largest fraction of a side that is cut off by round corners and a frame. */
const EDGE = 0.2;
/** Elements that show content of their own, even without a background. */
const REPLACED = 'canvas embed iframe img input object picture select svg textarea video'.split(
  ' ',
);

/** The sides of a box. */
interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Measures the visible part of an element, in the coordinates of the tab.
 * @returns undefined when less than half of it is in view, when something covers it, or when it is
 * inside a page of another origin, which hides the position of its frame.
 */
export function boxOf(shown: Element): Box | undefined {
  if (!shown.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return undefined;
  let element = shown;
  let view: Window = window;
  let sides: Sides = shown.getBoundingClientRect();
  for (;;) {
    const box = visiblePart(sides, view);
    if (box === undefined) return undefined;
    for (const [across, down] of POINTS) {
      const [x, y] = [box.left + across * box.width, box.top + down * box.height];
      if (!isSeenAt(element, x, y)) return undefined;
    }
    if (view === view.parent) return box;
    const frame: Element | null = view.frameElement;
    if (frame === null) return undefined;
    sides = inParent(box, frame);
    element = frame;
    view = view.parent;
  }
}

/** The middle of a box: without its frame, its round corners and what is around it. */
export function middleOf({ left, top, width, height }: Box): Box {
  return {
    left: left + EDGE * width,
    top: top + EDGE * height,
    width: width - 2 * EDGE * width,
    height: height - 2 * EDGE * height,
  };
}

/** The size of the tab; undefined when it does not show its whole layout. */
export function topView(): { readonly width: number; readonly height: number } | undefined {
  try {
    const { innerWidth: width, innerHeight: height, visualViewport } = window.top ?? window;
    // A page that is zoomed with two fingers shows only a part of its layout.
    return visualViewport?.scale === 1 ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}

/** The part of a box that is in view, if it is at least half: enough to recognise the image. */
function visiblePart({ left, top, right, bottom }: Sides, view: Window): Box | undefined {
  const from = { left: Math.max(left, 0), top: Math.max(top, 0) };
  const width = Math.min(right, view.innerWidth) - from.left;
  const height = Math.min(bottom, view.innerHeight) - from.top;
  const whole = (right - left) * (bottom - top);
  if (width < LEAST_EDGE || height < LEAST_EDGE || width * height < whole / 2) return undefined;
  return { ...from, width, height };
}

/** A box inside a frame, in the coordinates of the page around the frame. */
function inParent({ left, top, width, height }: Box, frame: Element): Sides {
  const outer = frame.getBoundingClientRect();
  const across = left + outer.left + frame.clientLeft;
  const down = top + outer.top + frame.clientTop;
  return { left: across, top: down, right: across + width, bottom: down + height };
}

/** Whether an element is visible at a point, as far as its own document knows. */
function isSeenAt(element: Element, x: number, y: number): boolean {
  for (let inner: Element | null = element; inner !== null; ) {
    const root: Node = inner.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
    const stack = root.elementsFromPoint(x, y);
    const depth = stack.indexOf(inner);
    if (depth < 0 || !stack.slice(0, depth).every(isClear)) return false;
    inner = root instanceof ShadowRoot ? root.host : null;
  }
  return true;
}

/** Whether an element lets what is below it be seen. */
function isClear(over: Element): boolean {
  const { opacity, backgroundColor, backgroundImage } = getComputedStyle(over);
  if (opacity === '0') return true;
  const empty = /^(transparent|rgba\(.*[, ]0\))$/.test(backgroundColor);
  return empty && backgroundImage === 'none' && !REPLACED.includes(over.localName);
}

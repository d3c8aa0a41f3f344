/** An image to look for on a page: the keys of its sightings, and its addresses without fragment. */
export interface Wanted {
  readonly keys: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * Runs in a frame of the page, with nothing from around it. Gives, for the images that its own
 * elements have loaded: a small picture where the browser lets it be read, else where it is seen.
 * @param anywhere how many of the first wanted may be read out of view, where that takes decoding.
 */
export async function searchPictures(wanted: readonly Wanted[], anywhere: number, size: number) {
  const MOST_ELEMENTS = 5000;
  const MOST_FOUND = 300;
  const MOST_PIXELS = 50_000_000;
  /** Of an element's edge that must be in view. */
  const LEAST_EDGE = 8;
  /** After so many frames what was laid out is also what the tab shows, however it is drawn. */
  const FRAMES = 4;
  const PATIENCE_MS = 1500;
  const REPLACED = 'canvas embed iframe img input object picture select svg textarea video';

  const spotter = Object.hasOwn(globalThis, 'vodsweepWatch')
    ? globalThis.vodsweepWatch?.spotter
    : undefined;
  const at = new Map(
    wanted.flatMap(({ addresses }, index) => addresses.map((address) => [address, index] as const)),
  );
  const images = new Set<Element | undefined>(
    wanted.flatMap(({ keys }) => keys.map((key) => spotter?.elementOf(key))),
  );
  for (const image of document.querySelectorAll('img')) {
    if (images.size >= MOST_ELEMENTS) break;
    images.add(image);
  }

  const draw = (image: HTMLImageElement) => {
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width * height > MOST_PIXELS) return undefined;
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    const side = Math.min(width, height);
    try {
      canvas
        .getContext('2d')
        ?.drawImage(image, (width - side) / 2, (height - side) / 2, side, side, 0, 0, size, size);
      return canvas.toDataURL('image/webp', 0.85);
    } catch {
      // Of another origin that did not let the page read it.
      return undefined;
    }
  };

  const isClear = (over: Element) => {
    const { opacity, backgroundColor, backgroundImage } = getComputedStyle(over);
    if (opacity === '0') return true;
    const empty = /^(transparent|rgba\(.*[, ]0\))$/.test(backgroundColor);
    return empty && backgroundImage === 'none' && !REPLACED.split(' ').includes(over.localName);
  };

  /** Whether a point of an element is what is seen there, as far as its own document tells. */
  const isSeenAt = (element: Element, x: number, y: number) => {
    for (let inner: Element | null = element; inner !== null; ) {
      const root: Node = inner.getRootNode();
      if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
      const stack = root.elementsFromPoint(x, y);
      const depth = stack.indexOf(inner);
      if (depth < 0 || !stack.slice(0, depth).every(isClear)) return false;
      inner = root instanceof ShadowRoot ? root.host : null;
    }
    return true;
  };

  /** The part of an element that is seen, in the coordinates of the tab. */
  const boxOf = (image: HTMLImageElement) => {
    if (!image.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return undefined;
    let element: Element = image;
    let view: Window = window;
    let { left, top, right, bottom } = image.getBoundingClientRect();
    for (;;) {
      const whole = (right - left) * (bottom - top);
      const box = {
        left: Math.max(left, 0),
        top: Math.max(top, 0),
        right: Math.min(right, view.innerWidth),
        bottom: Math.min(bottom, view.innerHeight),
      };
      const width = box.right - box.left;
      const height = box.bottom - box.top;
      // Half of it is enough to know it by.
      if (width < LEAST_EDGE || height < LEAST_EDGE || width * height < whole / 2) return undefined;
      for (const [across, down] of [
        [0.5, 0.5],
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const x = box.left + across * width;
        if (!isSeenAt(element, x, box.top + down * height)) return undefined;
      }
      if (view === view.parent) return { left: box.left, top: box.top, width, height };
      // Where a frame of another origin stands, only the page around it knows.
      const frame: Element | null = view.frameElement;
      if (frame === null) return undefined;
      const outer = frame.getBoundingClientRect();
      const across = outer.left + frame.clientLeft;
      const down = outer.top + frame.clientTop;
      ({ left, top, right, bottom } = {
        left: box.left + across,
        top: box.top + down,
        right: box.right + across,
        bottom: box.bottom + down,
      });
      element = frame;
      view = view.parent;
    }
  };

  const topView = () => {
    try {
      const { innerWidth: width, innerHeight: height, visualViewport } = window.top ?? window;
      // Zoomed by two fingers, a tab does not show what its layout says.
      return visualViewport?.scale === 1 ? { width, height } : undefined;
    } catch {
      return undefined;
    }
  };

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  /** Waits until the tab shows the page as it is now; gives false when it shows it no more. */
  const isDrawn = async (shown: readonly HTMLImageElement[]) => {
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
    const frames = async () => {
      await Promise.all(shown.map((image) => image.decode().catch(() => {})));
      for (let frame = 0; frame < FRAMES; frame += 1) await nextFrame();
      return true;
    };
    return document.visibilityState === 'visible' && Promise.race([frames(), late]);
  };

  const found: object[] = [];
  const unread: { readonly index: number; readonly image: HTMLImageElement }[] = [];
  for (const image of images) {
    if (found.length + unread.length >= MOST_FOUND) break;
    if (!(image instanceof HTMLImageElement) || !image.complete) continue;
    const index = at.get(image.currentSrc.replace(/#.*$/s, ''));
    if (index === undefined || image.naturalWidth === 0) continue;
    if (index >= anywhere && boxOf(image) === undefined) continue;
    const picture = draw(image);
    if (picture === undefined) unread.push({ index, image });
    else found.push({ at: index, picture });
  }
  const inView = unread.filter(({ image }) => boxOf(image) !== undefined);
  const drawn = inView.length > 0 && (await isDrawn(inView.map(({ image }) => image)));
  const view = drawn ? topView() : undefined;
  for (const { index, image } of view ? inView : []) {
    const box = boxOf(image);
    if (box !== undefined) found.push({ at: index, box });
  }
  return { loadedAt: performance.timeOrigin, ...(view && { view }), found };
}

/** An image to look for on a page: the keys of its sightings, and its addresses without fragment. */
export interface Wanted {
  readonly keys: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * Runs in a frame of the page, with nothing from around it. Gives, for the images that its own
 * elements have loaded: a small picture where the browser lets it be read, else where it is seen.
 * Backgrounds, posters and drawings count as seen where the spotter found them on an element.
 * @param anywhere how many of the first wanted may be read out of view, where that takes decoding.
 */
export async function searchPictures(wanted: readonly Wanted[], anywhere: number, size: number) {
  const MOST_ELEMENTS = 5000;
  const MOST_FOUND = 300;
  const MOST_PIXELS = 50_000_000;
  /** Of an element's edge that must be in view. */
  const LEAST_EDGE = 8;
  /** The part of a side that a circle and its frame take of its square, at most. */
  const EDGE = 0.2;
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
  const elements = new Set<Element | undefined>(
    wanted.flatMap(({ keys }) => keys.map((key) => spotter?.elementOf(key))),
  );
  for (const image of document.querySelectorAll('img')) {
    if (elements.size >= MOST_ELEMENTS) break;
    elements.add(image);
  }

  /** The addresses of what an element shows, but for an `img`, and nothing else in the same place. */
  const shownBy = (element: Element) => {
    // Whether these have loaded is not told, and texts or buttons alone are no picture of them.
    if (element.textContent?.trim() !== '') return [];
    if (element instanceof HTMLVideoElement) {
      const { controls, paused, currentTime, poster } = element;
      return !controls && paused && currentTime === 0 ? [poster] : [];
    }
    if (element instanceof SVGImageElement) {
      return [URL.parse(element.href.baseVal, document.baseURI)?.href ?? ''];
    }
    const { backgroundImage } = getComputedStyle(element);
    // Of several, one below may be what is seen.
    return [/^url\("([^"\\]*)"\)$/.exec(backgroundImage)?.[1] ?? ''];
  };
  const wantedAt = (address: string) => at.get(address.replace(/#.*$/s, ''));

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
  const boxOf = (shown: Element) => {
    if (!shown.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return undefined;
    let element = shown;
    let view: Window = window;
    let { left, top, right, bottom } = shown.getBoundingClientRect();
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

  /** What of a box is drawn on even where its frame, its corners and what is around it are not. */
  const middleOf = ({
    left,
    top,
    width,
    height,
  }: Exclude<ReturnType<typeof boxOf>, undefined>) => ({
    left: left + EDGE * width,
    top: top + EDGE * height,
    width: width - 2 * EDGE * width,
    height: height - 2 * EDGE * height,
  });

  /** Waits until the tab shows the page as it is now; gives false when it shows it no more. */
  const isDrawn = async (shown: readonly Element[]) => {
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
    const frames = async () => {
      const images = shown.filter((one) => one instanceof HTMLImageElement);
      await Promise.all(images.map((image) => image.decode().catch(() => {})));
      for (let frame = 0; frame < FRAMES; frame += 1) await nextFrame();
      return true;
    };
    return document.visibilityState === 'visible' && Promise.race([frames(), late]);
  };

  const found: object[] = [];
  const unread: { readonly index: number; readonly element: Element }[] = [];
  for (const element of elements) {
    if (found.length + unread.length >= MOST_FOUND) break;
    if (element instanceof HTMLImageElement) {
      const index = element.complete ? wantedAt(element.currentSrc) : undefined;
      if (index === undefined || element.naturalWidth === 0) continue;
      if (index >= anywhere && boxOf(element) === undefined) continue;
      const picture = draw(element);
      if (picture === undefined) unread.push({ index, element });
      else found.push({ at: index, picture });
    } else if (element?.isConnected) {
      const index = shownBy(element)
        .map(wantedAt)
        .find((one) => one !== undefined);
      if (index !== undefined) unread.push({ index, element });
    }
  }
  const inView = unread.filter(({ element }) => boxOf(element) !== undefined);
  const drawn = inView.length > 0 && (await isDrawn(inView.map(({ element }) => element)));
  const view = drawn ? topView() : undefined;
  for (const { index, element } of view ? inView : []) {
    const box = boxOf(element);
    if (box === undefined) continue;
    // A frame around nothing is no picture; of an `img` it is known that it has loaded.
    found.push({ at: index, box: element instanceof HTMLImageElement ? box : middleOf(box) });
  }
  return { loadedAt: performance.timeOrigin, ...(view && { view }), found };
}

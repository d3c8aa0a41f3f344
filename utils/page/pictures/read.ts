const MOST_PIXELS = 50_000_000;
/** After this many frames the tab shows the current layout, in whatever way it is drawn. */
const FRAMES = 4;
const PATIENCE_MS = 1500;

/**
 * Draws the middle square of an image, scaled to `size` pixels.
 * @returns A `data:` URL; undefined when the browser does not let the page read the image.
 */
export function draw(image: HTMLImageElement, size: number): string | undefined {
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
    // The image is from another origin that does not allow it to be read.
    return undefined;
  }
}

/** @returns What an element other than an `img` may show; none if it shows anything else too. */
export function shownBy(element: Element): readonly string[] {
  // It is not known whether these have loaded; text or buttons alone are no picture of them.
  if (element.textContent?.trim() !== '') return [];
  if (element instanceof HTMLVideoElement) {
    const { controls, paused, currentTime, poster } = element;
    return !controls && paused && currentTime === 0 ? [poster] : [];
  }
  if (element instanceof SVGImageElement) {
    return [URL.parse(element.href.baseVal, document.baseURI)?.href ?? ''];
  }
  const { backgroundImage } = getComputedStyle(element);
  // With several backgrounds, the visible one may be a lower one.
  return [/^url\("([^"\\]*)"\)$/.exec(backgroundImage)?.[1] ?? ''];
}

/** Waits until the tab shows the page as it is now; false if it is hidden or takes too long. */
export async function isDrawn(shown: readonly Element[]): Promise<boolean> {
  if (document.visibilityState !== 'visible') return false;
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
  return Promise.race([framesDrawn(shown), late]);
}

async function framesDrawn(shown: readonly Element[]): Promise<true> {
  const images = shown.filter((one) => one instanceof HTMLImageElement);
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return true;
}

import { useEffect, useRef, useState } from 'preact/hooks';

/** How long the pointer must rest on a picture. */
const REST_MS = 350;

type Place = Pick<DOMRect, 'top' | 'bottom'>;

/** The key of the previewed item, and the position of its row or card. */
export interface Looked {
  readonly key: string;
  readonly beside: Place;
}

/**
 * Finds the item to preview: the one on whose picture the pointer rests, or, while `held`, the
 * active one. It then follows the active row.
 */
export function usePreview(active: string | undefined, keys: ReadonlyMap<string, unknown>) {
  const box = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Looked>();
  const [held, setHeld] = useState(false);
  const [beside, setBeside] = useState<Looked>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const leave = () => {
    clearTimeout(timer.current);
    setPointed(undefined);
  };
  useEffect(() => leave, []);
  useEffect(() => {
    if (!held || active === undefined) return setBeside(undefined);
    // The row must scroll into view first.
    const frame = requestAnimationFrame(() => {
      const place = placeOf(box.current, active);
      setBeside(place && { key: active, beside: place });
    });
    return () => cancelAnimationFrame(frame);
  }, [held, active]);

  const looked = pointed ?? (held ? beside : undefined);
  return {
    looked: looked !== undefined && keys.has(looked.key) ? looked : undefined,
    held,
    hold: setHeld,
    /** Props for the element that contains the list. */
    listens: {
      ref: box,
      onPointerOver: (event: PointerEvent) => {
        const key = keyAt(event.target);
        if (key === undefined || event.pointerType === 'touch') return leave();
        if (key === pointed?.key) return;
        leave();
        timer.current = setTimeout(() => {
          const place = placeOf(box.current, key);
          setPointed(place && { key, beside: place });
        }, REST_MS);
      },
      onPointerLeave: leave,
      // After scrolling, another row is under the pointer.
      onWheel: leave,
    },
  };
}

function keyAt(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest('.thumbnail')?.closest<HTMLElement>('[data-key]')?.dataset.key;
}

function placeOf(box: HTMLElement | null, key: string): Place | undefined {
  const all = box?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
  return [...all].find((one) => one.dataset.key === key)?.getBoundingClientRect();
}

import { useEffect, useRef, useState } from 'preact/hooks';

/** The pointer must rest on a picture for this long. */
const REST_MS = 350;

type Place = Pick<DOMRect, 'top' | 'bottom'>;

/** What is looked at larger: by its key, beside the place where it stands. */
export interface Looked {
  readonly key: string;
  readonly beside: Place;
}

/**
 * Which item is looked at larger: that on whose picture the pointer rests, or by a key the active
 * one, for as long as it is looked at, whichever becomes active meanwhile.
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
    // The row scrolls into sight first.
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
    /** Goes onto what holds the list. */
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
      // What scrolls away from under the pointer is no longer what it is on.
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

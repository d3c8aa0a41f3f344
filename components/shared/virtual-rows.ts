import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';

export interface VirtualRowsOptions {
  readonly count: number;
  /** The height of a row in pixels; only an estimate when rows are measured. */
  readonly rowHeight: number;
  /** The heights of rows that differ. Must be a new function when they change. */
  readonly heightOf?: ((index: number) => number) | undefined;
  /** How many rows are rendered before and after the visible ones. */
  readonly beyond?: number | undefined;
  /** The index of a row that is always rendered: the active one. */
  readonly keep: number | undefined;
  readonly scroller: RefObject<HTMLElement | null>;
}

export interface VirtualRows {
  readonly rows: readonly VirtualItem[];
  readonly height: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly reveal: (index: number) => void;
}

const BEYOND = 3;

/** Finds the rows of a long list that must be rendered: the visible ones and those around. */
export function useVirtualRows({
  count,
  rowHeight,
  heightOf,
  beyond = BEYOND,
  keep,
  scroller,
}: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const held = useRef<Virtualizer<HTMLElement, HTMLElement> | undefined>(undefined);
  // The virtualizer forgets old row heights only when `getItemKey` is a new function.
  const getItemKey = useMemo(() => (index: number) => index, [heightOf, rowHeight]);
  const options = {
    count,
    getItemKey,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf ?? (() => rowHeight),
    overscan: beyond,
    initialRect: { width: 400, height: 400 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const inSight = defaultRangeExtractor(range);
      if (keep === undefined || keep >= count || inSight.includes(keep)) return inSight;
      return [...inSight, keep].sort((a, b) => a - b);
    },
    onChange: () => redraw(undefined),
  };
  held.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtualizer = held.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

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
  /** Height of a row in pixels, or a guess of it where rows are measured. */
  readonly rowHeight: number;
  /** Heights of the rows where they differ; another function when they have changed. */
  readonly heightOf?: ((index: number) => number) | undefined;
  /** How many rows beyond those in sight are kept at either end. */
  readonly beyond?: number | undefined;
  /** A row that stays in the document wherever the list is scrolled to: the active one. */
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

/** Which rows of a long list are in sight. Only these are rendered. */
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
  // The virtualizer keeps the heights it has been told until its way of naming rows is another.
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

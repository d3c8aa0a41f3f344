import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Item } from '../../../utils/collection/item.ts';
import type { Layout } from '../../../utils/settings/settings.ts';
import { type Lines, layLines } from './lines.ts';
import { columnsIn, heightOf } from './sizes.ts';
import type { VideoGroup } from './video-groups.ts';

/** Items laid out in lines of the width that the list has. */
export interface LaidOut extends Lines {
  /** How many items stand side by side. */
  readonly columns: number;
  /** The height of a line, in pixels. */
  readonly heightOf: (index: number) => number;
  /** To be called with the width of the list, in pixels. */
  readonly onWidth: (width: number) => void;
}

const NO_ITEMS: readonly Item[] = [];

/** Lays items out in lines, and again when the list is another or has another width. */
export function useLines(
  items: readonly Item[],
  groups: readonly VideoGroup[] | undefined,
  layout: Layout,
): LaidOut {
  const [width, onWidth] = useState<number>();
  const columns = columnsIn(layout, width ?? 0);
  // Laid out in a width that is not known yet, it would open at the wrong place.
  const waiting = layout === 'grid' && width === undefined;
  const laid = useMemo(
    () => layLines(waiting ? NO_ITEMS : items, waiting ? undefined : groups, columns),
    [items, groups, columns, waiting],
  );
  const heights = useCallback(
    (index: number) => heightOf(laid.lines[index], layout, width ?? 0),
    [laid.lines, layout, width],
  );
  return { ...laid, columns, heightOf: heights, onWidth };
}

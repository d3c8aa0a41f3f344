import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Item } from '../../../utils/collection/item.ts';
import type { Layout } from '../../../utils/settings/settings.ts';
import { type Lines, layLines } from './lines.ts';
import { columnsIn, heightOf } from './sizes.ts';
import type { VideoGroup } from './video-groups.ts';

/** The items in lines that fit the width of the list. */
export interface LaidOut extends Lines {
  /** How many items are side by side. */
  readonly columns: number;
  /** @returns The height of a line in pixels. */
  readonly heightOf: (index: number) => number;
  /** Must be called with the width of the list in pixels. */
  readonly onWidth: (width: number) => void;
}

const NO_ITEMS: readonly Item[] = [];

/** Arranges items in lines, again when the items or the width of the list change. */
export function useLines(
  items: readonly Item[],
  groups: readonly VideoGroup[] | undefined,
  layout: Layout,
): LaidOut {
  const [width, onWidth] = useState<number>();
  const columns = columnsIn(layout, width ?? 0);
  // Without its width, a grid would scroll to the wrong row when it opens.
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

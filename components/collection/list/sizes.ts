import type { Layout } from '../../../utils/settings/settings.ts';
import type { Line } from './lines.ts';

// In pixels. The style sheets of this folder have the same values.
const LIST_ROW = 56;
const CARD_ROW = 176;
const NARROWEST_CARD = 120;
const GAP = 8;
const SIDES = 24;
const HEAD = 44;
const HEAD_IN_TWO_LINES = 68;
const TWO_LINES_BELOW = 520;

/** @returns How many items one row has at this width: always one in a list. */
export function columnsIn(layout: Layout, width: number): number {
  if (layout === 'list') return 1;
  return Math.max(1, Math.floor((width - SIDES + GAP) / (NARROWEST_CARD + GAP)));
}

/** @returns The height of a row of items in pixels. */
export function rowHeight(layout: Layout): number {
  return layout === 'list' ? LIST_ROW : CARD_ROW;
}

/** @returns The height of a line in pixels, in a list of this width. */
export function heightOf(line: Line | undefined, layout: Layout, width: number): number {
  if (line?.kind !== 'head') return rowHeight(layout);
  return width < TWO_LINES_BELOW ? HEAD_IN_TWO_LINES : HEAD;
}

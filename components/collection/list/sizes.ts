import type { Layout } from '../../../utils/settings/settings.ts';
import type { Line } from './lines.ts';

// In pixels; the style sheets beside hold the same.
const LIST_ROW = 56;
const CARD_ROW = 176;
const NARROWEST_CARD = 120;
const GAP = 8;
const SIDES = 24;
const HEAD = 44;
const HEAD_IN_TWO_LINES = 68;
const TWO_LINES_BELOW = 520;

/** How many cards stand side by side in a list of this width; one row holds one item in a list. */
export function columnsIn(layout: Layout, width: number): number {
  if (layout === 'list') return 1;
  return Math.max(1, Math.floor((width - SIDES + GAP) / (NARROWEST_CARD + GAP)));
}

/** How high a row of items is. */
export function rowHeight(layout: Layout): number {
  return layout === 'list' ? LIST_ROW : CARD_ROW;
}

/** How high a line is in a list of this width. */
export function heightOf(line: Line | undefined, layout: Layout, width: number): number {
  if (line?.kind !== 'head') return rowHeight(layout);
  return width < TWO_LINES_BELOW ? HEAD_IN_TWO_LINES : HEAD;
}

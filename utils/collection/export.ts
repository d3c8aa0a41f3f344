import { bareAddress } from '../spotting/shapes.ts';
import { type ExportedList, exportList, type Fields } from './columns.ts';
import type { Item } from './item.ts';

const none = () => undefined;

/** How to fill each column from an item, which has no outcome yet. */
const ITEM_FIELDS: Fields<Item> = {
  url: ({ addresses: [address] }) => (address === undefined ? undefined : bareAddress(address)),
  kind: ({ kind }) => kind,
  standing: ({ standing }) => standing,
  videoId: ({ videoId }) => videoId,
  imageId: ({ imageId }) => imageId,
  carrier: ({ carriers }) => (carriers.length === 0 ? undefined : carriers.join(' ')),
  page: ({ page }) => page,
  outcome: none,
  requestId: none,
  at: none,
  reason: none,
  note: ({ note }) => note,
};

/** Exports reviewed items: one entry for each. */
export function exportItems(items: readonly Item[]): ExportedList {
  return exportList(items, ITEM_FIELDS);
}

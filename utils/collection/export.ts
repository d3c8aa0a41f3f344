import { bareAddress } from '../spotting/shapes.ts';
import type { Item } from './item.ts';

/** One image of an exported list; absent fields are left out. */
export interface ExportedItem {
  readonly url?: string;
  readonly kind?: string;
  readonly standing?: string;
  readonly videoId?: string;
  readonly imageId?: string;
  readonly carrier?: string;
  readonly page?: string;
  readonly outcome?: string;
  readonly requestId?: string;
  /** ISO 8601, UTC. */
  readonly at?: string;
  /** Why it ended so: the kind of reason, then VOD's code and words where it gave any. */
  readonly reason?: string;
  /** What the person wrote on it. */
  readonly note?: string;
}

/** The form in which every list is exported as JSON. */
export interface ExportedList {
  readonly version: 1;
  readonly items: readonly ExportedItem[];
}

/** An exported list of reviewed items: one entry a row, by the address that was seen first, without its signature. */
export function exportItems(items: readonly Item[]): ExportedList {
  return {
    version: 1,
    items: items.map(({ addresses: [address], carriers, ...item }) =>
      present({
        url: address === undefined ? undefined : bareAddress(address),
        kind: item.kind,
        standing: item.standing,
        videoId: item.videoId,
        imageId: item.imageId,
        carrier: carriers.length === 0 ? undefined : carriers.join(' '),
        page: item.page,
        note: item.note,
      }),
    ),
  };
}

/** An entry without the fields that are absent. */
export function present(
  fields: Partial<Readonly<Record<keyof ExportedItem, string | undefined>>>,
): ExportedItem {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

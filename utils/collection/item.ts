import type { IdKind } from '../spotting/finder.ts';
import type { ImageAddress } from '../spotting/shapes.ts';
import { type Sighting, sightingOf } from '../spotting/sighting.ts';
import type { Standing } from '../spotting/standing.ts';

/** A sighting or a pasted line as the review shows it, in any list. */
export interface Item extends Sighting {
  readonly standing: Standing;
  /** Address of the page, without fragment; absent for items from a pasted list. */
  readonly page?: string;
  /** What the person wrote on it: a ticket number, a reason. */
  readonly note?: string;
  /** When the person put it aside, in milliseconds since 1970; absent outside the collection. */
  readonly collectedAt?: number;
}

/** What is known of an item besides its address or id. */
export type ItemContext = Partial<Pick<Item, 'carriers' | 'page' | 'note'>>;

/** An image or a video as an item by its id; only VOD can tell whose it is. */
export function itemById(kind: IdKind, id: string, context: ItemContext = {}): Item {
  return { ...sightingOf({ kind, id }, []), standing: 'unknown', ...context };
}

/** An image as an item by its address. */
export function itemByAddress(
  address: ImageAddress,
  standing: Standing,
  context: ItemContext = {},
): Item {
  return { ...sightingOf(address, []), standing, ...context };
}

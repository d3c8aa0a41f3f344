import type { IdKind } from '../spotting/finder.ts';
import type { ImageAddress } from '../spotting/shapes.ts';
import { type Sighting, sightingOf } from '../spotting/sighting.ts';
import type { Standing } from '../spotting/standing.ts';

/** A sighting or a pasted line, as every list of the review shows it. */
export interface Item extends Sighting {
  readonly standing: Standing;
  /** Address of the page, without fragment; absent for items from a pasted list. */
  readonly page?: string;
  /** The person's note: a ticket number, a reason. */
  readonly note?: string;
  /** When the person collected it, in milliseconds since 1970; absent outside the collection. */
  readonly collectedAt?: number;
}

/** What is known about an item besides its address or id. */
export type ItemContext = Partial<Pick<Item, 'carriers' | 'page' | 'note'>>;

/** Creates an item for an image or video by its id; only VOD knows whose it is. */
export function itemById(kind: IdKind, id: string, context: ItemContext = {}): Item {
  return { ...sightingOf({ kind, id }, []), standing: 'unknown', ...context };
}

/** Creates an item for an image by its address. */
export function itemByAddress(
  address: ImageAddress,
  standing: Standing,
  context: ItemContext = {},
): Item {
  return { ...sightingOf(address, []), standing, ...context };
}

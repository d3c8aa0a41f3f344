import type { Sighting } from '../spotting/sighting.ts';

/** What a document's spotter reports to the worker. */
export interface Report {
  /** The id of the document, created once by its watch: see `randomId`. */
  readonly document: string;
  /** Counts the document's reports from 0, so that a repeated report changes nothing. */
  readonly number: number;
  /** Address of the page, without fragment. */
  readonly page: string;
  readonly sightings: readonly Sighting[];
  /** Set when the page has more nodes than the spotter reads: how many it reads. */
  readonly capped?: number;
}

/** What a document's content script sends when the person picked one of its sightings there. */
export interface Picked {
  readonly document: string;
  readonly key: string;
}

/** The worker's only message to content scripts: ends the watch on some origins. */
export interface EndOrder {
  readonly vodsweep: 'end';
  /** Regular expression for the origins that are no longer watched. */
  readonly removed: string;
  /** Regular expression for those that are still watched. */
  readonly kept: string;
}

import type { Sighting } from '../spotting/sighting.ts';

/** What a document's spotter tells the worker. */
export interface Report {
  /** Made up once by the document's spotter: see `randomId`. */
  readonly document: string;
  /** Counts the document's reports from 0, so that a repeat is harmless. */
  readonly number: number;
  /** Address of the page, without fragment. */
  readonly page: string;
  readonly sightings: readonly Sighting[];
  /** Set when the page has more nodes than the spotter reads: how many it read. */
  readonly capped?: number;
}

/** What a document's content script sends when the person picked one of its sightings there. */
export interface Picked {
  readonly document: string;
  readonly key: string;
}

/** The one thing the worker tells content scripts: documents of these origins end their watch. */
export interface EndOrder {
  readonly vodsweep: 'end';
  /** Regular expression of the origins that are no longer watched. */
  readonly removed: string;
  /** Regular expression of those that are watched all the same. */
  readonly kept: string;
}

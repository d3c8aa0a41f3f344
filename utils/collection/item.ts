import type { Sighting } from '../spotting/sighting.ts';
import type { Standing } from '../spotting/standing.ts';

/** A sighting as it is reviewed: with its standing and the address of the page it stood on. */
export interface Item extends Sighting {
  readonly standing: Standing;
  /** Address of the page, without fragment; absent for items from a pasted list. */
  readonly page?: string;
  /** What the person wrote on it: a ticket number, a reason. */
  readonly note?: string;
}

/** A video as an item of its own, which stood on no page. */
export function videoItem(videoId: string): Item {
  return {
    key: `video-id:${videoId}`,
    kind: 'video-id',
    certainty: 'strict',
    standing: 'unknown',
    addresses: [],
    carriers: [],
    videoId,
  };
}

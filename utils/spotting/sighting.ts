import type { CarrierId } from './carriers/index.ts';

/** What a sighting is: a picture by its address, or an id that stood under a telling key. */
export type SightingKind = 'image' | 'cover' | 'snapshot' | 'sprite' | 'image-id' | 'video-id';

/**
 * How sure the address alone makes us that VOD made it: `strict` needs nothing else, `loose` counts
 * only on a host that the account owns.
 */
export type Certainty = 'strict' | 'loose';

/** One VOD image or id found on a page, as plain data that can be sent and stored. */
export interface Sighting {
  /**
   * What makes two finds the same image on this page: host and path in lower case without scheme,
   * query and fragment, or `image-id:<id>` / `video-id:<id>`.
   */
  readonly key: string;
  readonly kind: SightingKind;
  readonly certainty: Certainty;
  /** Every full address seen for it, absolute http(s), query kept; empty for ids. First seen first. */
  readonly addresses: readonly string[];
  /** 32 lower-case hex, a candidate until VOD confirms it. */
  readonly videoId?: string;
  /** 32 lower-case hex. */
  readonly imageId?: string;
  /** Where on the page it stood, each carrier once. */
  readonly carriers: readonly CarrierId[];
}

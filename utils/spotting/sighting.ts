import type { CarrierId } from './carriers/index.ts';
import type { FoundId, IdKind } from './finder.ts';
import { type Certainty, type ImageAddress, type ImageKind, identity } from './shapes.ts';

/** What was found: the address of an image, or an id under a key such as `videoId`. */
export type SightingKind = ImageKind | IdKind;

/** One VOD image or id found on a page, as plain data that can be sent and stored. */
export interface Sighting {
  /**
   * The same for all sightings of one image: host and path without scheme, query and fragment, in
   * lower case if a hash names the image, or `image-id:<id>` / `video-id:<id>`.
   */
  readonly key: string;
  readonly kind: SightingKind;
  readonly certainty: Certainty;
  /** Its full addresses, absolute http(s) with query, in the order of finding; empty for ids. */
  readonly addresses: readonly string[];
  /** 32 lower-case hex digits; only a candidate until VOD confirms it. */
  readonly videoId?: string;
  /** 32 lower-case hex digits. */
  readonly imageId?: string;
  /** Where on the page it was found, each carrier once. */
  readonly carriers: readonly CarrierId[];
}

/** @returns The sighting of one address or id that was found in these carriers. */
export function sightingOf(
  found: ImageAddress | FoundId,
  carriers: readonly CarrierId[],
): Sighting {
  const { kind } = found;
  if ('url' in found) {
    const { certainty, url, videoId } = found;
    const key = identity(found);
    return { key, kind, certainty, addresses: [url], carriers, ...(videoId && { videoId }) };
  }
  const { id } = found;
  const name = kind === 'image-id' ? 'imageId' : 'videoId';
  const key = `${kind}:${id}`;
  return { key, kind, certainty: 'strict', addresses: [], carriers, [name]: id };
}

import type { CarrierId } from './carriers/index.ts';
import type { FoundId, IdKind } from './finder.ts';
import { type Certainty, type ImageAddress, type ImageKind, identity } from './shapes.ts';

/** What a sighting is: a picture by its address, or an id that stood under a telling key. */
export type SightingKind = ImageKind | IdKind;

/** One VOD image or id found on a page, as plain data that can be sent and stored. */
export interface Sighting {
  /**
   * What makes two of them the same image on this page: host and path in lower case without scheme,
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

/** The sighting of one address or id that stood in these carriers. */
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

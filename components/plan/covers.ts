import type { Asked } from '../../utils/plan/ask.ts';
import { type Listed, listedAs } from '../../utils/plan/listed.ts';
import type { Target } from '../../utils/plan/target.ts';

/** What VOD said about the targets. */
export interface Said {
  readonly images: Asked['images'];
  readonly listed: Listed;
}

/** @returns Whether a target is known to be made or uploaded as the cover of a video. */
export function isCover(target: Target, { images, listed }: Said): boolean {
  if (target.by === 'video') return false;
  if (target.by === 'id') return images[target.imageId]?.cover === true;
  return target.found?.kind === 'cover' || listedAs(target, listed) === 'CoverSnapshot';
}

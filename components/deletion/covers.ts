import type { Asked } from '../../utils/deletion/ask.ts';
import { type Listed, listedAs } from '../../utils/deletion/listed.ts';
import type { Target } from '../../utils/deletion/target.ts';

/** What VOD said of the targets. */
export interface Said {
  readonly images: Asked['images'];
  readonly listed: Listed;
}

/** Whether a target was made or uploaded as the cover of a video, as far as it is known. */
export function isCover(target: Target, { images, listed }: Said): boolean {
  if (target.by === 'video') return false;
  if (target.by === 'id') return images[target.imageId]?.cover === true;
  return target.found?.kind === 'cover' || listedAs(target, listed) === 'CoverSnapshot';
}

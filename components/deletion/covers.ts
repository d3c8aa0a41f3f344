import type { Asked } from '../../utils/deletion/ask.ts';
import type { Target } from '../../utils/deletion/target.ts';

/** Whether a target was made or uploaded as the cover of a video, as far as it is known. */
export function isCover(target: Target, { images }: Pick<Asked, 'images'>): boolean {
  if (target.by === 'video') return false;
  if (target.by === 'id') return images[target.imageId]?.cover === true;
  return target.found?.kind === 'cover';
}

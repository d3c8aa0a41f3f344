import {
  deleteImageById,
  deleteImageByUrl,
  deleteImagesOfVideo,
} from '../vod/operations/delete-image.ts';
import type { Operation } from '../vod/operations/operation.ts';
import type { Plan } from './plan.ts';
import type { Target } from './target.ts';

/**
 * @param indexes Positions in the plan's targets, all of one kind, as in each call of a plan.
 * @returns The operation that deletes these targets.
 */
export function operationOf(plan: Plan, indexes: readonly number[]): Operation<void> {
  const targets = indexes.map((index) => plan.targets[index]);
  const [first] = targets;
  if (first?.by === 'video') return deleteImagesOfVideo(first.videoId, first.types);
  if (first?.by === 'id') return deleteImageById(pick(targets, 'id').map((one) => one.imageId));
  return deleteImageByUrl(pick(targets, 'url').map((one) => one.address));
}

function pick<By extends Target['by']>(
  targets: readonly (Target | undefined)[],
  by: By,
): Extract<Target, { by: By }>[] {
  return targets.filter((one): one is Extract<Target, { by: By }> => one?.by === by);
}

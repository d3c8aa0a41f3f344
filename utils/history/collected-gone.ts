import type { Item } from '../collection/item.ts';
import type { TargetOutcome } from '../job/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import { bareAddress } from '../spotting/shapes.ts';

/**
 * @returns The keys of the collected items that are gone by the outcomes of a job. A video is never
 *   among them, since only images of it were deleted.
 */
export function collectedGone(
  plan: Pick<Plan, 'targets'>,
  outcomes: readonly TargetOutcome[],
  collected: readonly Item[],
): readonly string[] {
  const gone = new Set<string>();
  for (const { outcome, target: at } of outcomes) {
    if (outcome !== 'deleted' && outcome !== 'already-gone') continue;
    const target = plan.targets[at];
    if (target?.by === 'url') gone.add(target.address);
    if (target?.by === 'id') gone.add(target.imageId);
  }
  return collected
    .filter(({ kind, imageId, addresses }) =>
      kind === 'image-id'
        ? imageId !== undefined && gone.has(imageId)
        : addresses.some((address) => gone.has(bareAddress(address))),
    )
    .map(({ key }) => key);
}

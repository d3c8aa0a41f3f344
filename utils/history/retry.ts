import { type Item, itemById } from '../collection/item.ts';
import type { Outcome, TargetOutcome } from '../job/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import type { Target } from '../plan/target.ts';
import { SNAPSHOT_TYPES, type SnapshotSet, type SnapshotType } from '../vod/input.ts';

/** Outcomes after which a target may still exist. */
const NOT_DONE: ReadonlySet<Outcome> = new Set(['failed', 'unknown', 'stopped']);

/** A selection for a new plan, which is drafted and confirmed. */
export interface Retry {
  readonly items: readonly Item[];
  /** The image types for the videos of the selection. */
  readonly types: SnapshotSet | undefined;
}

/**
 * Selects the targets of a job that may still exist. The new plan is drafted and confirmed like any
 * other, so that what is no longer the account's own is left out.
 */
export function retrySelection(
  plan: Pick<Plan, 'targets'>,
  outcomes: readonly TargetOutcome[],
): Retry {
  const targets = outcomes
    .filter((one) => NOT_DONE.has(one.outcome))
    .map((one) => plan.targets[one.target])
    .filter((target) => target !== undefined);
  return {
    items: targets.map(itemOf),
    types: targets.find((target) => target.by === 'video')?.types,
  };
}

/**
 * Selects the videos of snapshots whose addresses VOD refused: their images are deleted by type
 * instead. If an address does not show the type, covers are not selected in advance.
 */
export function videosInstead(
  plan: Pick<Plan, 'targets'>,
  outcomes: readonly TargetOutcome[],
): Retry {
  const refused = outcomes.flatMap(({ target: at, reason }) => {
    const target = plan.targets[at];
    const snapshot = target?.by === 'url' ? target.snapshot : undefined;
    return reason?.kind === 'snapshot-refused' && snapshot !== undefined ? [snapshot] : [];
  });
  const sure = ({ types }: { readonly types: readonly SnapshotType[] }) =>
    types.length === 1 ? types : types.filter((type) => type !== 'CoverSnapshot');
  const chosen = new Set(refused.flatMap(sure));
  const [first, ...others] = SNAPSHOT_TYPES.filter((type) => chosen.has(type));
  return {
    items: [...new Set(refused.map(({ videoId }) => videoId))].map((id) =>
      itemById('video-id', id),
    ),
    types: first === undefined ? undefined : [first, ...others],
  };
}

function itemOf(target: Target): Item {
  const { found } = target;
  const context = {
    // The plan joined the carriers of an item, so this cast is right.
    carriers: (found?.carrier?.split(' ') ?? []) as Item['carriers'],
    ...(found?.page === undefined ? {} : { page: found.page }),
    ...(found?.note === undefined ? {} : { note: found.note }),
  };
  if (target.by === 'id') return itemById('image-id', target.imageId, context);
  if (target.by === 'video') return itemById('video-id', target.videoId, context);
  const address = target.shown ?? target.address;
  const kind = (found?.kind ?? 'image') as Item['kind'];
  return {
    ...context,
    key: target.address,
    kind,
    certainty: 'strict',
    standing: 'mine',
    addresses: [address],
    ...(target.snapshot === undefined ? {} : { videoId: target.snapshot.videoId }),
  };
}

import * as v from 'valibot';
import { LARGEST_JOB } from '../accounts/account.ts';
import { isRegion, type Region } from '../vod/regions.ts';
import { targetSchema } from './target.ts';

/** The largest plan of any account; an account may have a lower limit of its own. */
export const LARGEST_PLAN = LARGEST_JOB;

/** Above this many targets, the person types the number. */
export const TYPED_ABOVE = 20;

export const planSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  accountId: v.string(),
  /** Where the calls go, and by which key (its hint), as the person saw it. */
  region: v.custom<Region>(isRegion),
  keyHint: v.string(),
  createdAt: v.number(),
  targets: v.pipe(v.array(targetSchema), v.minLength(1), v.maxLength(LARGEST_PLAN)),
  /** Positions in `targets`, one list a call. */
  calls: v.array(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1))),
});

/** The frozen list of targets and the calls they make. Nothing recomputes it once confirmed. */
export type Plan = v.InferOutput<typeof planSchema>;

/**
 * Whether the person must type the number of targets before the plan may start: for many, for a
 * video, whose images are not counted, and for an id that VOD could not be asked about.
 */
export function mustTypeNumber(plan: Plan): boolean {
  return (
    plan.targets.length > TYPED_ABOVE ||
    plan.targets.some(
      (target) => target.by === 'video' || (target.by === 'id' && target.title === undefined),
    )
  );
}

/** Makes a plan immutable, down to its targets, and gives that same plan. */
export function freezePlan(plan: Plan): Plan {
  for (const target of plan.targets) {
    if (target.found !== undefined) Object.freeze(target.found);
    if (target.by === 'video') Object.freeze(target.types);
    if (target.by === 'url' && target.snapshot !== undefined) {
      Object.freeze(target.snapshot.types);
      Object.freeze(target.snapshot);
    }
    Object.freeze(target);
  }
  for (const call of plan.calls) Object.freeze(call);
  Object.freeze(plan.targets);
  Object.freeze(plan.calls);
  return Object.freeze(plan);
}

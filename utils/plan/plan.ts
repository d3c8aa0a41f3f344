import * as v from 'valibot';
import { LARGEST_JOB } from '../accounts/account.ts';
import { isRegion, type Region } from '../vod/regions.ts';
import { targetSchema } from './target.ts';

/** The most targets in a plan. An account may have a lower limit. */
export const LARGEST_PLAN = LARGEST_JOB;

/** Above this many targets, the person must type the number. */
export const TYPED_ABOVE = 20;

export const planSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  accountId: v.string(),
  /** The region of the calls, as the person saw it. */
  region: v.custom<Region>(isRegion),
  /** The hint of the key that signs the calls, as the person saw it. */
  keyHint: v.string(),
  createdAt: v.number(),
  targets: v.pipe(v.array(targetSchema), v.minLength(1), v.maxLength(LARGEST_PLAN)),
  /** One list of positions in `targets` for each call. */
  calls: v.array(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1))),
});

/** The frozen list of targets and their calls. Nothing recomputes it after it is confirmed. */
export type Plan = v.InferOutput<typeof planSchema>;

/**
 * @returns Whether the person must type the number of targets before the plan may start: if there
 *   are many, a video (its images are not counted), or an id about which VOD was not asked.
 */
export function mustTypeNumber(plan: Plan): boolean {
  return (
    plan.targets.length > TYPED_ABOVE ||
    plan.targets.some(
      (target) => target.by === 'video' || (target.by === 'id' && target.title === undefined),
    )
  );
}

/** Freezes a plan with all its parts, and returns the same plan. */
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

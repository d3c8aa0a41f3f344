import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { KEPT_DAYS } from '../history/keeping.ts';
import type { Asked } from '../plan/ask.ts';
import type { Listed } from '../plan/listed.ts';
import { LARGEST_PLAN, planSchema } from '../plan/plan.ts';
import type { NotAsked } from '../plan/questions.ts';
import type { ProofFault, PurgeOffer } from '../proof/prover.ts';
import type { StartFault } from './runner.ts';

const ids = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))),
  v.maxLength(LARGEST_PLAN),
);

/** Asks VOD about ids of the selection; changes nothing. */
export const askAbout = command<Asked | NotAsked>()(
  'askAbout',
  v.strictObject({ accountId: v.string(), imageIds: ids, videoIds: ids }),
);

/** Asks VOD which images it lists of videos; changes nothing. */
export const listImages = command<Listed | NotAsked>()(
  'listImages',
  v.strictObject({ accountId: v.string(), videoIds: v.pipe(ids, v.maxLength(10)) }),
);

/** Starts a confirmed plan as a job; gives why not, or nothing when it is journaled. */
export const startJob = command<StartFault | undefined>()(
  'startJob',
  v.strictObject({ plan: planSchema, typed: v.optional(v.number()) }),
);

/** Stops a job: nothing more is sent. */
export const stopJob = command<void>()('stopJob', v.strictObject({ jobId: v.string() }));

/** Goes on with a paused job as the account is now; the person says that this is right. */
export const goOn = command<void>()('goOn', v.strictObject({ jobId: v.string() }));

/** The longest grace period, in seconds. */
export const LONGEST_GRACE = 600;

/** Sets the seconds between the start of a job and its first call. */
export const saveGrace = command<void>()(
  'saveGrace',
  v.strictObject({
    seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_GRACE)),
  }),
);

const job = v.strictObject({ jobId: v.string() });

/** Checks whether a job's images are gone; resolves when each has its answer. */
export const checkJob = command<void>()('checkJob', job);

/** What a purge of a job's cached copies would take; changes nothing. */
export const offerPurge = command<PurgeOffer | ProofFault>()('offerPurge', job);

/** Purges the cached copies of a job's images; gives why not, or nothing when VOD took it. */
export const purgeJob = command<ProofFault | undefined>()('purgeJob', job);

/** Sets whether cached copies are purged after every job. */
export const saveAutoPurge = command<void>()('saveAutoPurge', v.strictObject({ on: v.boolean() }));

/** Removes ended jobs from the history; gives how many it removed. */
export const removeJobs = command<number>()(
  'removeJobs',
  v.strictObject({ jobIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1)) }),
);

/** Sets for how many days ended jobs are kept, and removes those that are older. */
export const saveKeptDays = command<void>()(
  'saveKeptDays',
  v.strictObject({ days: v.picklist(KEPT_DAYS) }),
);

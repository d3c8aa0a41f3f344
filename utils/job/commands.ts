import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import { planSchema } from '../plan/plan.ts';
import type { StartFault } from './hindrance.ts';

const byId = v.strictObject({ jobId: v.string() });

/** Starts a confirmed plan as a job. The result is why not, or nothing if it is in the journal. */
export const startJob = command<StartFault | undefined>()(
  'startJob',
  v.strictObject({ plan: planSchema, typed: v.optional(v.number()) }),
);

/** Stops a job: nothing more is sent. */
export const stopJob = command<void>()('stopJob', byId);

/** Resumes a paused job with the account as it is now, because the person said so. */
export const goOn = command<void>()('goOn', byId);

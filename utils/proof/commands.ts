import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import type { ProofFault, PurgeOffer } from './prover.ts';

const byId = v.strictObject({ jobId: v.string() });

/** Checks whether the images of a job are gone. Resolves when each has a result. */
export const checkJob = command<void>()('checkJob', byId);

/** Returns what a purge of a job's cached copies would use up; changes nothing. */
export const offerPurge = command<PurgeOffer | ProofFault>()('offerPurge', byId);

/** Purges the cached copies of a job's images. The result is why no call was made, or nothing. */
export const purgeJob = command<ProofFault | undefined>()('purgeJob', byId);

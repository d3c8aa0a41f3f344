import * as v from 'valibot';
import { command } from '../browser/messages.ts';
import type { ProofFault, PurgeOffer } from './prover.ts';

const byId = v.strictObject({ jobId: v.string() });

/** Checks whether the images of a job are gone; resolves when each has its answer. */
export const checkJob = command<void>()('checkJob', byId);

/** Says what a purge of a job's cached copies would use up; changes nothing. */
export const offerPurge = command<PurgeOffer | ProofFault>()('offerPurge', byId);

/** Purges the cached copies of a job's images. The result is why not, or nothing when VOD took it. */
export const purgeJob = command<ProofFault | undefined>()('purgeJob', byId);

import * as v from 'valibot';
import { keySourceSchema } from '../keys/credentials.ts';
import { lockSchema } from '../settings/locks.ts';
import { accountSchema, LARGEST_JOB, NEW_ACCOUNT } from './account.ts';

/** A match pattern of one scheme and host: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
const SITE = /^https?:\/\/(?:\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])\/\*$/;

/** The limits of an account; each one left out does not limit. */
const limitsSchema = v.strictObject({
  largestJob: v.optional(accountSchema.entries.limits.entries.largestJob, LARGEST_JOB),
  byVideo: v.optional(v.boolean(), true),
});

/** An account as an administrator writes it, without any secret. */
export const managedAccountSchema = v.strictObject({
  id: accountSchema.entries.id,
  name: accountSchema.entries.name,
  colour: v.optional(accountSchema.entries.colour, NEW_ACCOUNT.colour),
  region: accountSchema.entries.region,
  ownDomains: v.optional(accountSchema.entries.ownDomains, []),
  key: v.optional(keySourceSchema, NEW_ACCOUNT.key),
  limits: v.optional(limitsSchema, {}),
});

/** Which deletions are allowed; each one left out is. */
export const deletionsSchema = v.strictObject({
  byAddress: v.optional(v.boolean(), true),
  byId: v.optional(v.boolean(), true),
  byVideo: v.optional(v.boolean(), true),
});

/**
 * All that an administrator may set. `public/managed-schema.json` tells Chrome its names and types and
 * no more: of what does not fit there Chrome drops all up to the top, and the extension never hears of
 * it. Firefox gives whatever was written.
 */
export const managedSchema = v.strictObject({
  accounts: v.optional(v.array(managedAccountSchema)),
  deletions: v.optional(deletionsSchema),
  largestJob: v.optional(accountSchema.entries.limits.entries.largestJob),
  alwaysTypeNumber: v.optional(v.boolean()),
  watchedSites: v.optional(v.array(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(SITE)))),
  locked: v.optional(v.array(lockSchema)),
});

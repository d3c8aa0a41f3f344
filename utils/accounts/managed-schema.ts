import * as v from 'valibot';
import { keySourceSchema } from '../keys/credentials.ts';
import { lockSchema } from '../settings/locks.ts';
import { accountSchema, LARGEST_JOB, NEW_ACCOUNT } from './account.ts';

/** A match pattern of one scheme and host: https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
const SITE = /^https?:\/\/(?:\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])\/\*$/;

/** The limits of an account. A limit that is absent does not limit. */
const limitsSchema = v.strictObject({
  largestJob: v.optional(accountSchema.entries.limits.entries.largestJob, LARGEST_JOB),
  byVideo: v.optional(v.boolean(), true),
});

/** An account as an administrator writes it, without secrets. */
export const managedAccountSchema = v.strictObject({
  id: accountSchema.entries.id,
  name: accountSchema.entries.name,
  colour: v.optional(accountSchema.entries.colour, NEW_ACCOUNT.colour),
  region: accountSchema.entries.region,
  ownDomains: v.optional(accountSchema.entries.ownDomains, []),
  key: v.optional(keySourceSchema, NEW_ACCOUNT.key),
  limits: v.optional(limitsSchema, {}),
});

/** Which deletions are allowed. One that is absent is allowed. */
export const deletionsSchema = v.strictObject({
  byAddress: v.optional(v.boolean(), true),
  byId: v.optional(v.boolean(), true),
  byVideo: v.optional(v.boolean(), true),
});

/**
 * All that an administrator may set. `public/managed-schema.json` has only its names and types:
 * Chrome drops a whole top-level value if any part of it does not fit that file, and does not say
 * so. Firefox returns whatever was written.
 */
export const managedSchema = v.strictObject({
  accounts: v.optional(v.array(managedAccountSchema)),
  deletions: v.optional(deletionsSchema),
  largestJob: v.optional(accountSchema.entries.limits.entries.largestJob),
  alwaysTypeNumber: v.optional(v.boolean()),
  watchedSites: v.optional(v.array(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(SITE)))),
  locked: v.optional(v.array(lockSchema)),
});

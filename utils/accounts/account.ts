import * as v from 'valibot';
import { keySourceSchema } from '../keys/credentials.ts';
import { isRegion, type Region } from '../vod/regions.ts';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const OWN_DOMAIN = new RegExp(`^(?:(?:\\*\\.)?${LABEL}(?:\\.${LABEL})+|out(?:in)?-[a-z0-9-]+)$`);

/** Wildcards that would include the buckets of other accounts. */
const TOO_WIDE = /^\*\.(?:[a-z0-9-]+|(?:oss-[a-z0-9-]+\.)?aliyuncs\.com)$/;

/**
 * A host name, a `*.` wildcard before one, or the name of a VOD bucket; without scheme, port and
 * path. The schema makes it lower case.
 */
export const ownDomainSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(OWN_DOMAIN),
  v.check((domain) => !TOO_WIDE.test(domain)),
);

/** The colours of accounts. The style sheet has their values for light and dark. */
export const COLOURS = [
  'grey',
  'blue',
  'teal',
  'green',
  'amber',
  'orange',
  'red',
  'violet',
] as const;

export type Colour = (typeof COLOURS)[number];

/** The most targets that a job of any account may have. */
export const LARGEST_JOB = 20_000;

/** A VOD account without credentials: safe to store and to show. `exportAccounts` exports it. */
export const accountSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  colour: v.picklist(COLOURS),
  region: v.custom<Region>(isRegion),
  ownDomains: v.pipe(v.array(ownDomainSchema), v.maxLength(200)),
  key: keySourceSchema,
  limits: v.strictObject({
    /** The most targets in one job. */
    largestJob: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_JOB)),
    /** Whether a target may be a VideoId with image types. */
    byVideo: v.boolean(),
  }),
});

export type Account = v.InferOutput<typeof accountSchema>;

/** The values of a new account until the person changes them. */
export const NEW_ACCOUNT = {
  colour: 'blue',
  key: { from: 'session' },
  limits: { largestJob: LARGEST_JOB, byVideo: true },
} as const satisfies Pick<Account, 'colour' | 'key' | 'limits'>;

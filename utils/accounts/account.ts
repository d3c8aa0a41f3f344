import * as v from 'valibot';
import { keySourceSchema } from '../keys/credentials.ts';
import { isRegion, type Region } from '../vod/regions.ts';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const OWN_DOMAIN = new RegExp(`^(?:(?:\\*\\.)?${LABEL}(?:\\.${LABEL})+|out(?:in)?-[a-z0-9-]+)$`);

/** Wildcards that would call the buckets of every account one's own. */
const TOO_WIDE = /^\*\.(?:[a-z0-9-]+|(?:oss-[a-z0-9-]+\.)?aliyuncs\.com)$/;

/**
 * A host name, a `*.` wildcard over one, or the name of a VOD bucket. Made lower case; no scheme,
 * port or path.
 */
export const ownDomainSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(OWN_DOMAIN),
  v.check((domain) => !TOO_WIDE.test(domain)),
);

/** The colours an account may have; the style sheet has their values for light and dark. */
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

/** The largest job that any account may have, in targets. */
export const LARGEST_JOB = 20_000;

/** An account of VOD without its credentials: safe to store, show and export. */
export const accountSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  colour: v.picklist(COLOURS),
  region: v.custom<Region>(isRegion),
  ownDomains: v.pipe(v.array(ownDomainSchema), v.maxLength(200)),
  key: keySourceSchema,
  limits: v.strictObject({
    /** In targets. */
    largestJob: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_JOB)),
    /** Whether a target may be a VideoId with image types. */
    byVideo: v.boolean(),
  }),
});

export type Account = v.InferOutput<typeof accountSchema>;

/** What a new account has until the person says otherwise. */
export const NEW_ACCOUNT = {
  colour: 'blue',
  key: { from: 'session' },
  limits: { largestJob: LARGEST_JOB, byVideo: true },
} as const satisfies Pick<Account, 'colour' | 'key' | 'limits'>;

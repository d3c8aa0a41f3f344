import * as v from 'valibot';
import { isRegion, type Region } from '../vod/regions.ts';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const OWN_DOMAIN = new RegExp(`^(?:(?:\\*\\.)?${LABEL}(?:\\.${LABEL})+|out(?:in)?-[a-z0-9-]+)$`);

/** Wildcards that would call the buckets of every account one's own. */
const TOO_WIDE = /^\*\.(?:[a-z0-9-]+|(?:oss-[a-z0-9-]+\.)?aliyuncs\.com)$/;

/** Hosts that are this computer; a Content Security Policy can name no other, such as [::1]. */
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1'];

/**
 * The address credentials are fetched from: HTTPS, or plain HTTP on this computer only; no name and
 * password in it.
 */
export const credentialsUriSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(2048),
  v.check((text) => {
    const uri = URL.parse(text);
    if (uri === null || uri.username !== '' || uri.password !== '') return false;
    if (uri.protocol === 'https:') return true;
    return uri.protocol === 'http:' && LOOPBACK.includes(uri.hostname);
  }),
);

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

/**
 * Where an account's credentials come from: typed and kept for this session only, typed and kept in
 * the vault, or fetched from a credentials URI whenever they run out.
 */
export const keySourceSchema = v.variant('from', [
  v.strictObject({ from: v.literal('session') }),
  v.strictObject({ from: v.literal('vault') }),
  v.strictObject({ from: v.literal('uri'), uri: credentialsUriSchema }),
]);

export type KeySource = v.InferOutput<typeof keySourceSchema>;

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

/** Credentials as they are typed and kept. Never in a list or export. */
export const storedCredentialsSchema = v.strictObject({
  accessKeyId: v.pipe(v.string(), v.trim(), v.regex(/^[\w.-]{1,128}$/)),
  accessKeySecret: v.pipe(v.string(), v.trim(), v.regex(/^\S{1,256}$/)),
  securityToken: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\S+$/))),
  /** When the token ends, in milliseconds since 1970; absent when not known. */
  expiresAt: v.optional(v.number()),
});

export type StoredCredentials = v.InferOutput<typeof storedCredentialsSchema>;

/** An AccessKey ID with its middle hidden, to recognise it by. */
export function keyHint(accessKeyId: string): string {
  return accessKeyId.length <= 8
    ? `${accessKeyId.slice(0, 2)}…`
    : `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}

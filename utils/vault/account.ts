import * as v from 'valibot';
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

/** An account of VOD without its credentials: safe to store, show and export. */
export const accountSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  region: v.custom<Region>(isRegion),
  ownDomains: v.pipe(v.array(ownDomainSchema), v.maxLength(200)),
});

export type Account = v.InferOutput<typeof accountSchema>;

/** Credentials as they are typed and as they rest in `storage.session`. Never in a list or export. */
export const storedCredentialsSchema = v.strictObject({
  accessKeyId: v.pipe(v.string(), v.trim(), v.regex(/^[\w.-]{1,128}$/)),
  accessKeySecret: v.pipe(v.string(), v.trim(), v.regex(/^\S{1,256}$/)),
  securityToken: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\S+$/))),
});

export type StoredCredentials = v.InferOutput<typeof storedCredentialsSchema>;

/** An AccessKey ID with its middle hidden, to recognise it by. */
export function keyHint(accessKeyId: string): string {
  return accessKeyId.length <= 8
    ? `${accessKeyId.slice(0, 2)}…`
    : `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}

import * as v from 'valibot';

/** Hosts of this computer. A Content Security Policy cannot name others, such as [::1]. */
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1'];

/**
 * The address from which credentials are fetched: HTTPS, or plain HTTP on this computer only. It
 * has no user name and no password.
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
 * Where the credentials of an account come from: typed and kept for this session only, typed and
 * kept in the vault, or fetched from a credentials URI each time they expire.
 */
export const keySourceSchema = v.variant('from', [
  v.strictObject({ from: v.literal('session') }),
  v.strictObject({ from: v.literal('vault') }),
  v.strictObject({ from: v.literal('uri'), uri: credentialsUriSchema }),
]);

export type KeySource = v.InferOutput<typeof keySourceSchema>;

/** @returns Whether two sources are the same. Credentials URIs must have the same address. */
export function sameSource(one: KeySource, other: KeySource): boolean {
  if (one.from === 'uri' && other.from === 'uri') return one.uri === other.uri;
  return one.from === other.from;
}

/** Credentials as they are typed and kept. They are never part of a list or an export. */
export const storedCredentialsSchema = v.strictObject({
  accessKeyId: v.pipe(v.string(), v.trim(), v.regex(/^[\w.-]{1,128}$/)),
  accessKeySecret: v.pipe(v.string(), v.trim(), v.regex(/^\S{1,256}$/)),
  securityToken: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\S+$/))),
  /** When the token expires, in milliseconds since 1970; absent when that is not known. */
  expiresAt: v.optional(v.number()),
});

export type StoredCredentials = v.InferOutput<typeof storedCredentialsSchema>;

/** Credentials that expire at a known time. */
export type EndingCredentials = StoredCredentials & { readonly expiresAt: number };

/** @returns An AccessKey ID with its middle hidden, so that a person can recognise it. */
export function keyHint(accessKeyId: string): string {
  return accessKeyId.length <= 8
    ? `${accessKeyId.slice(0, 2)}…`
    : `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}

/** @returns Host and path of a credentials URI, since it returns another key id each time. */
export function uriHint(uri: string): string {
  const { host, pathname } = new URL(uri);
  return `${host}${pathname}`;
}

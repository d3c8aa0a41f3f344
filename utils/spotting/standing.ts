import { bareAddress, type ImageAddress, identity, isNamedByHash, recognise } from './shapes.ts';
import type { Sighting } from './sighting.ts';

/** Whose an image is: the account's own, or some account's. */
export type Standing = 'mine' | 'unknown';

/** Own hosts are exact names, `*.example.com`, or names of buckets. */
export function isOwnHost(host: string, ownHosts: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return ownHosts.some((own) => {
    const wanted = own.trim().toLowerCase();
    if (wanted.startsWith('*.')) return wanted.length > 2 && name.endsWith(wanted.slice(1));
    if (wanted.includes('.')) return name === wanted;
    return wanted !== '' && name.startsWith(`${wanted}.`) && name.endsWith('.aliyuncs.com');
  });
}

/**
 * Whose an image is, or nothing when it is a look-alike. An id is `unknown` until VOD was asked.
 */
export function standingOf(
  found: Sighting | ImageAddress,
  ownHosts: readonly string[],
): Standing | undefined {
  const hosts =
    'host' in found
      ? [found.host]
      : found.addresses.map((address) => URL.parse(address)?.host ?? '');
  if (hosts.some((host) => isOwnHost(host, ownHosts))) return 'mine';
  return found.certainty === 'strict' ? 'unknown' : undefined;
}

/**
 * The key under which addresses are one image of an account. What a hash names is the same under
 * every own host; any other name is only known to be the same under its own host, letter by letter.
 */
export function sameImageKey(address: string, ownHosts: readonly string[]): string {
  const found = recognise(address);
  if (!found) return bareAddress(address).replace(/^https?:\/\//, '');
  const everywhere = isNamedByHash(found.path) && isOwnHost(found.host, ownHosts);
  return everywhere ? found.path.toLowerCase() : identity(found);
}

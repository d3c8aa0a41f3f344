import { bareAddress, type ImageAddress, identity, isNamedByHash, recognise } from './shapes.ts';
import type { Sighting } from './sighting.ts';

/** Whose an image is: the account's own, or of an account that is not known. */
export type Standing = 'mine' | 'unknown';

/** Whether a host is own. Own hosts are exact names, `*.example.com`, or names of buckets. */
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
 * @returns Whose an image is; undefined for a look-alike. An id is `unknown` until VOD was asked.
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
 * The key that all addresses of one image of an account share. A path with a hash is the same image
 * on every own host. Any other path is the same image only on the same host, with the same letters.
 */
export function sameImageKey(address: string, ownHosts: readonly string[]): string {
  const found = recognise(address);
  if (!found) return bareAddress(address).replace(/^https?:\/\//, '');
  const everywhere = isNamedByHash(found.path) && isOwnHost(found.host, ownHosts);
  return everywhere ? found.path.toLowerCase() : identity(found);
}

import { bareAddress, type ImageAddress, identity, isNamedByHash, recognise } from './shapes.ts';
import type { Sighting } from './sighting.ts';

/** Whose an image is: the account's own, or some account's. */
export type Standing = 'mine' | 'unknown';

/** A sighting that deserves a row, and whose it is. */
export interface StandingSighting extends Sighting {
  readonly standing: Standing;
}

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

/**
 * One row for one image: drops look-alikes, and joins what the account's own hosts serve under one
 * hash. The row keeps the key that was seen first.
 */
export function mergeSightings<T extends Sighting>(
  sightings: readonly T[],
  ownHosts: readonly string[],
): readonly (T & StandingSighting)[] {
  const rows = new Map<string, T & StandingSighting>();
  const known = new Map<string, boolean>();
  const isOwn = (host: string): boolean => {
    const own = known.get(host) ?? isOwnHost(host, ownHosts);
    known.set(host, own);
    return own;
  };
  for (const sighting of sightings) {
    const { key, certainty, addresses } = sighting;
    // The key is the identity of all its addresses: to parse thousands of them again is dear.
    const slash = addresses.length === 0 ? -1 : key.indexOf('/');
    const own = slash > 0 && isOwn(key.slice(0, slash));
    if (!own && certainty !== 'strict') continue;
    const standing = own ? 'mine' : 'unknown';
    const path = key.slice(slash);
    const name = own && certainty === 'strict' && isNamedByHash(path) ? path : key;
    const row = rows.get(name);
    rows.set(name, row ? join(row, { ...sighting, standing }) : { ...sighting, standing });
  }
  return [...rows.values()];
}

function join<T extends StandingSighting>(row: T, more: T): T {
  return {
    ...more,
    ...row,
    certainty: row.certainty === 'strict' ? 'strict' : more.certainty,
    standing: row.standing === 'mine' ? 'mine' : more.standing,
    addresses: [...new Set([...row.addresses, ...more.addresses])],
    carriers: [...new Set([...row.carriers, ...more.carriers])],
  };
}

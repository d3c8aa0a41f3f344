import { bareAddress, identity, isNamedByHash, type Recognised, recognise } from './shapes.ts';
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
  found: Sighting | Recognised,
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
export function mergeSightings(
  sightings: readonly Sighting[],
  ownHosts: readonly string[],
): readonly StandingSighting[] {
  const rows = new Map<string, StandingSighting>();
  for (const sighting of sightings) {
    const standing = standingOf(sighting, ownHosts);
    if (!standing) continue;
    const name = rowName(sighting, ownHosts);
    const row = rows.get(name);
    rows.set(name, row ? join(row, { ...sighting, standing }) : { ...sighting, standing });
  }
  return [...rows.values()];
}

function rowName(sighting: Sighting, ownHosts: readonly string[]): string {
  const [address] = sighting.addresses;
  return address === undefined ? sighting.key : sameImageKey(address, ownHosts);
}

function join(row: StandingSighting, more: StandingSighting): StandingSighting {
  return {
    ...more,
    ...row,
    certainty: row.certainty === 'strict' ? 'strict' : more.certainty,
    standing: row.standing === 'mine' ? 'mine' : more.standing,
    addresses: [...new Set([...row.addresses, ...more.addresses])],
    carriers: [...new Set([...row.carriers, ...more.carriers])],
  };
}

import { readManaged } from '../accounts/managed.ts';
import { grantedSites } from '../browser/permissions.ts';

/**
 * @returns The match patterns of the watched sites: the granted ones. If an administrator locks the
 *   choice, only those of them that the administrator named.
 */
export async function watchedSites(): Promise<readonly string[]> {
  const [granted, managed] = await Promise.all([grantedSites(), readManaged()]);
  if (!managed.locked.has('watching')) return granted;
  return granted.filter((site) => managed.watchedSites.includes(site));
}

import * as v from 'valibot';
import { readManagedArea, watchManagedArea } from '../browser/storage.ts';

/** What an administrator may lock: it then stays as the extension comes with it. */
export const LOCKABLE = [
  /** The person's own accounts: there are none beside those of the administrator. */
  'accounts',
  /** When the vault locks. */
  'vault',
  /** The seconds before the first call of a job. */
  'grace',
  /** Which sites are watched: none beside those of the administrator. */
  'watching',
  /** Marks on pages. */
  'marks',
] as const;

export type Lockable = (typeof LOCKABLE)[number];

/** One entry of the administrator's list `locked`. */
export const lockSchema = v.picklist(LOCKABLE);

/**
 * @param value The administrator's list `locked` as the browser returns it.
 * @returns The locks in it. An entry that is not known locks nothing.
 */
export function locksIn(value: unknown): ReadonlySet<Lockable> {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Set(entries.filter((entry) => v.is(lockSchema, entry)));
}

/** @returns What the administrator locks now. */
export async function locksNow(): Promise<ReadonlySet<Lockable>> {
  return locksIn((await readManagedArea()).locked);
}

/**
 * Calls the listener after the administrator's settings changed.
 * @returns A function that ends it.
 */
export const onLocksChanged: (listener: () => void) => () => void = watchManagedArea;

import { readManaged } from '../accounts/managed.ts';
import { defineItem } from '../browser/storage.ts';

/** Seconds between the start of a job and its first call, in which Stop prevents everything. */
export const graceSeconds = defineItem<number>('local:graceSeconds', { fallback: 5 });

/** The seconds of grace that count: those of the extension where an administrator locked them. */
export async function graceNow(): Promise<number> {
  const { locked } = await readManaged();
  return locked.has('grace') ? graceSeconds.fallback : graceSeconds.getValue();
}

/** Whether the CDN's copies are purged after every job. */
export const autoPurge = defineItem<boolean>('local:autoPurge', { fallback: false });

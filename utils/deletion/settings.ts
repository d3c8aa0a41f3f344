import { defineItem } from '../browser/storage.ts';

/** Seconds between the start of a job and its first call, in which Stop prevents everything. */
export const graceSeconds = defineItem<number>('local:graceSeconds', { fallback: 5 });

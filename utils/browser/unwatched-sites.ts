import { defineItem } from './storage.ts';

/*
 * Sites that were granted for something else than spotting, as match patterns. They are not watched.
 */

/** Sites to fetch credentials from. Nothing may look at pages of a site that issues keys. */
export const keySites = defineItem<string[]>('local:keySites', { fallback: [] });

/** Sites to check images on. They are removed after the check. */
export const lentSites = defineItem<string[]>('local:lentSites', { fallback: [] });

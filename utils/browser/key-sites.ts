import { defineItem } from './storage.ts';

/**
 * Sites that were granted only to fetch credentials from them, as match patterns. They are not
 * watched: nothing may look at pages of a site that issues keys.
 */
export const keySites = defineItem<string[]>('local:keySites', { fallback: [] });

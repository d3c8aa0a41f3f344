import { defineItem } from './storage.ts';

/**
 * Sites that were granted so that images there can be asked for once, as match patterns. They are
 * not watched, and given back when the asking is over.
 */
export const lentSites = defineItem<string[]>('local:lentSites', { fallback: [] });

import { defineItem } from './storage.ts';

/**
 * Sites that were granted so that credentials can be fetched from them, as match patterns. They are
 * not watched: the pages of whoever gives out keys are nobody's to look at.
 */
export const keySites = defineItem<string[]>('local:keySites', { fallback: [] });

import { defineItem } from './storage.ts';

/**
 * Sites that were granted only for one check of images, as match patterns. They are not watched,
 * and are removed after the check.
 */
export const lentSites = defineItem<string[]>('local:lentSites', { fallback: [] });

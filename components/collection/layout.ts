import { defineItem, type Item } from '../../utils/browser/storage.ts';

/** How the images of a list stand: under each other with what is known of them, or side by side. */
export const LAYOUTS = ['list', 'grid'] as const;

export type Layout = (typeof LAYOUTS)[number];

/** The layout that the person chose, for every list of images. */
export const layout: Item<Layout> = defineItem<Layout>('local:layout', { fallback: 'list' });

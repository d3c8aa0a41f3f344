import { defineItem, type Item } from '../browser/storage.ts';

/** Whether sightings are marked on pages. */
export const marksOn: Item<boolean> = defineItem<boolean>('local:marks', { fallback: false });

/*
 * The largest sizes of data that goes from a page to the worker, into the storage or into a plan.
 * The side that sends and the side that checks both read them here.
 */

/**
 * Longest address of an image or a page, in characters. OSS limits an object's name to 1,023 bytes:
 * a quarter of this, before escapes make it longer.
 */
export const LONGEST_ADDRESS = 4096;

/**
 * Longest text that is read as an address, in characters. A signature may make an address longer
 * than {@link LONGEST_ADDRESS}; without its query it may still be short enough.
 */
export const LONGEST_READ = 8192;

/** Most addresses of one sighting: the same image with other schemes, signatures and sizes. */
export const MOST_ADDRESSES = 16;

/** Most sightings of one report, so that each message to the worker stays small. */
export const MOST_SIGHTINGS = 500;

/** Most pictures and places in one frame's answer: more than a person sees in a tab at once. */
export const MOST_PICTURES = 300;

/** Longest note on an item, in characters: enough for a ticket's number and a reason. */
export const LONGEST_NOTE = 200;

/**
 * The fields of an exported list, in order, by their names in JSON and in the first line of a CSV
 * file. When one is added, type checking finds each export that does not fill it.
 */
export const COLUMNS = [
  /** The address that was seen first, without its signature. */
  'url',
  'kind',
  'standing',
  'videoId',
  'imageId',
  /** All carriers, separated by spaces. */
  'carrier',
  /** Address of the page. */
  'page',
  'outcome',
  'requestId',
  /** When the outcome was known: ISO 8601, UTC. */
  'at',
  /** Why it ended so: the kind of reason, then VOD's code and message if there are any. */
  'reason',
  /** The person's note. */
  'note',
] as const;

/** The name of a field of an exported list. */
export type Column = (typeof COLUMNS)[number];

/** One image of an exported list; absent fields are left out. */
export type ExportedItem = Readonly<Partial<Record<Column, string>>>;

/** The JSON format of every exported list. */
export interface ExportedList {
  readonly version: 1;
  readonly items: readonly ExportedItem[];
}

/** How to read each field from what is exported. */
export type Fields<T> = Readonly<Record<Column, (one: T) => string | undefined>>;

/** Creates an exported list: one entry for each, without absent fields. */
export function exportList<T>(all: readonly T[], fields: Fields<T>): ExportedList {
  return {
    version: 1,
    items: all.map((one) => {
      const entry: Partial<Record<Column, string>> = {};
      for (const column of COLUMNS) {
        const field = fields[column](one);
        if (field !== undefined) entry[column] = field;
      }
      return entry;
    }),
  };
}

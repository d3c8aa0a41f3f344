/**
 * The fields of an exported list, in their order, by the names that they have in JSON and at the top
 * of a CSV file. For a new one the types then name each export that does not fill it yet.
 */
export const COLUMNS = [
  /** The address that was seen first, without its signature. */
  'url',
  'kind',
  'standing',
  'videoId',
  'imageId',
  /** Every carrier, with spaces between them. */
  'carrier',
  /** Address of the page. */
  'page',
  'outcome',
  'requestId',
  /** When the outcome was known: ISO 8601, UTC. */
  'at',
  /** Why it ended so: the kind of reason, then VOD's code and words where it gave any. */
  'reason',
  /** What the person wrote on it. */
  'note',
] as const;

/** The name of a field of an exported list. */
export type Column = (typeof COLUMNS)[number];

/** One image of an exported list; absent fields are left out. */
export type ExportedItem = Readonly<Partial<Record<Column, string>>>;

/** The form in which every list is exported as JSON. */
export interface ExportedList {
  readonly version: 1;
  readonly items: readonly ExportedItem[];
}

/** How each field is read from what is exported. */
export type Fields<T> = Readonly<Record<Column, (one: T) => string | undefined>>;

/** Makes an exported list: one entry each, without the fields that are absent. */
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

import { COLUMNS, type Column as ExportedColumn } from '../collection/columns.ts';
import { type FoundId, findIds } from '../spotting/finder.ts';
import { cellsOf } from './paste-text.ts';

/** What a column of a pasted table contains, by its name. `aside`: nothing that is read. */
type Column = FoundId['kind'] | 'note' | 'aside';

/** The columns of a table, by position from 0. */
export type Columns = ReadonlyMap<number, Column>;

/** The columns of an exported list that are read. The others contain no targets. */
const READ_AGAIN: ReadonlySet<ExportedColumn> = new Set(['url', 'videoId', 'imageId', 'note']);

const NAMES: readonly (readonly [RegExp, Column])[] = [
  [/^(?:ali(?:yun)?|vod)?[_-]?image[_-]?ids?$/i, 'image-id'],
  [/^(?:(?:ali(?:yun)?|vod)?[_-]?(?:video|vod)[_-]?ids?|vid)$/i, 'video-id'],
  [/^note$/i, 'note'],
  [RegExp(`^(?:${COLUMNS.filter((one) => !READ_AGAIN.has(one)).join('|')})$`, 'i'), 'aside'],
];

const HEX = /(?<![0-9a-z_/.%-])[0-9a-f]{32}(?![0-9a-z_/%-])/gi;
const ADDRESS = /(?:https?:)?\/\/[^\s"'<>,;|()]+/gi;
/** A key before hexadecimal digits which says that they are not an image or a video. */
const OTHER_KEY =
  /(?:md5|hash|sha\d*|token|sign(?:ature)?|secret|key|nonce|etag|(?:job|request|media|user|template|app|task|trace|session)[_-]?id|uid|uuid)["'`]?\s{0,3}[:=]\s{0,3}["'`]?$/i;

/** An id in a line. Without a kind, nothing says whether it is an image or a video. */
export interface LineId {
  readonly id: string;
  readonly kind?: FoundId['kind'];
  /** Whether it has a key that means something else. */
  readonly other?: true;
}

/** @returns The columns of a table if this line has their names, or `undefined`. */
export function columnsOf(line: string): Columns | undefined {
  if (line.length > 2000 || line.includes('//') || line.search(HEX) >= 0) return;
  const columns = new Map<number, Column>();
  cellsOf(line).forEach((cell, index) => {
    const name = cell.replace(/^[\s"'`*#>-]+|[\s"'`*:]+$/g, '');
    const column = NAMES.find(([form]) => form.test(name))?.[1];
    if (column) columns.set(index, column);
  });
  const named = [...columns.values()].some((one) => one !== 'aside' && one !== 'note');
  return named ? columns : undefined;
}

/** @returns The ids of a line: those with keys, those in named columns, and bare ones. */
export function idsIn(line: string, columns: Columns | undefined): readonly LineId[] {
  const found = new Map<string, LineId>();
  for (const { id, kind } of findIds(line)) found.set(id, { id, kind });
  if (columns) {
    cellsOf(line).forEach((cell, index) => {
      const column = columns.get(index);
      if (column !== 'image-id' && column !== 'video-id') return;
      for (const [hex] of cell.matchAll(HEX)) {
        const id = hex.toLowerCase();
        if (!found.has(id)) found.set(id, { id, kind: column });
      }
    });
  }
  const bare = line.replace(ADDRESS, (address) => ' '.repeat(address.length));
  for (const { 0: hex, index } of bare.matchAll(HEX)) {
    const id = hex.toLowerCase();
    if (found.has(id)) continue;
    const other = OTHER_KEY.test(bare.slice(Math.max(0, index - 40), index));
    found.set(id, other ? { id, other } : { id });
  }
  return [...found.values()];
}

/** @returns The note of a table's line, and the line without its notes and unread columns. */
export function asideIn(
  line: string,
  columns: Columns | undefined,
): { readonly note?: string; readonly rest: string } {
  if (!columns || ![...columns.values()].some((one) => one === 'aside' || one === 'note')) {
    return { rest: line };
  }
  const cells = cellsOf(line);
  const note = cells.find((_, index) => columns.get(index) === 'note')?.replace(/^'(?=[=+@-])/, '');
  const rest = cells
    .map((cell, index) => {
      const column = columns.get(index);
      return column === 'aside' || column === 'note' ? '' : cell;
    })
    .join('\t');
  return note ? { note, rest } : { rest };
}

import { COLUMNS, type ExportedList } from './columns.ts';

/** What makes a spreadsheet take a field for a formula when it stands first in it. */
const FORMULA = /^[=+\-@\t\r]/;

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** One row by column; absent fields become empty ones. */
export type CsvRow<Column extends string> = Readonly<Partial<Record<Column, string>>>;

/**
 * Rows as CSV (RFC 4180) below a line of the columns' names. A field that a spreadsheet would
 * carry out as a formula is prefixed by an apostrophe, which makes it text.
 */
export function toCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly CsvRow<Column>[],
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return BYTE_ORDER_MARK + lines.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');
}

function quoted(field: string): string {
  const text = FORMULA.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An exported list as CSV: the same fields as in JSON. */
export function listToCsv({ items }: ExportedList): string {
  return toCsv(COLUMNS, items);
}

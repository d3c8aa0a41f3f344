import { COLUMNS, type ExportedList } from './columns.ts';

/** A first character that makes a spreadsheet read a field as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** One row by column; absent fields become empty ones. */
export type CsvRow<Column extends string> = Readonly<Partial<Record<Column, string>>>;

/**
 * Writes CSV (RFC 4180): a line of column names, then the rows. A field that a spreadsheet would
 * run as a formula gets an apostrophe in front, which makes it text.
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

/** Writes an exported list as CSV, with the same fields as in JSON. */
export function listToCsv({ items }: ExportedList): string {
  return toCsv(COLUMNS, items);
}

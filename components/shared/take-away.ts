import type { ExportedList } from '../../utils/collection/columns.ts';
import { listToCsv } from '../../utils/collection/csv.ts';

/** Copies lines to the clipboard. */
export async function copyLines(lines: readonly string[]): Promise<void> {
  await navigator.clipboard.writeText(lines.join('\n'));
}

/** Downloads an exported list as JSON. The file name has `name` and the time. */
export function saveList(name: string, list: ExportedList): void {
  saveJson(name, list);
}

/** Downloads an exported list as CSV. The file name has `name` and the time. */
export function saveListAsCsv(name: string, list: ExportedList): void {
  saveFile(name, 'csv', new Blob([listToCsv(list)], { type: 'text/csv;charset=utf-8' }));
}

/** Downloads a value as a JSON file. The file name has `name` and the time. */
export function saveJson(name: string, content: object): void {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  saveFile(name, 'json', new Blob([text], { type: 'application/json' }));
}

function saveFile(name: string, ending: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = `vodsweep-${name}-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.${ending}`;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

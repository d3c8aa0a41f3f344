import type { ExportedList } from '../../utils/collection/columns.ts';
import { listToCsv } from '../../utils/collection/csv.ts';

/** Puts lines on the clipboard, one a line. */
export async function copyLines(lines: readonly string[]): Promise<void> {
  await navigator.clipboard.writeText(lines.join('\n'));
}

/** Has the browser save an exported list as a file named after what it is and now. */
export function saveList(name: string, list: ExportedList): void {
  saveJson(name, list);
}

/** Has the browser save an exported list as a CSV file named after what it is and now. */
export function saveListAsCsv(name: string, list: ExportedList): void {
  saveFile(name, 'csv', new Blob([listToCsv(list)], { type: 'text/csv;charset=utf-8' }));
}

/** Has the browser save a value as a JSON file named after what it is and now. */
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

import { readTextFile } from '../../utils/paste/paste-file.ts';
import type { PasteSource } from '../../utils/paste/paste-find.ts';
import { fileFaultWords } from './paste-words.ts';

/** @returns The files that are text, and in words why the others were not read. */
export async function readFiles(
  files: readonly File[],
): Promise<{ readonly read: readonly PasteSource[]; readonly faults: readonly string[] }> {
  const read: PasteSource[] = [];
  const faults: string[] = [];
  for (const file of files) {
    const found = await readTextFile(file);
    if (typeof found === 'string') faults.push(fileFaultWords(file.name, found));
    else read.push({ name: file.name, text: found.text });
  }
  return { read, faults };
}

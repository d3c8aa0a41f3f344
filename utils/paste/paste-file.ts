/** Why a file is not read. */
export type PasteFileFault = 'too-large' | 'binary' | 'unreadable';

/** In bytes: about 200,000 addresses. */
export const LARGEST_FILE = 20 * 1024 * 1024;

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How many bytes are checked to decide whether a file is text. */
const LOOKED_AT = 8192;

/** @returns The text of a file, or why it is not read. */
export async function readTextFile(file: Blob): Promise<{ text: string } | PasteFileFault> {
  if (file.size > LARGEST_FILE) return 'too-large';
  try {
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return 'unreadable';
  }
}

/**
 * Decodes bytes by their byte order mark, else as UTF-8, else as GB18030, which spreadsheets in
 * China write.
 */
export function decodeText(bytes: Uint8Array): { text: string } | PasteFileFault {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { text: new TextDecoder(marked[0]).decode(bytes) };
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return 'binary';
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
    } catch {}
  }
  return 'binary';
}

import { sleep } from '../async/sleep.ts';
import { findAddresses } from '../spotting/finder.ts';
import { LONGEST_ADDRESS } from '../spotting/limits.ts';
import { isNamedByHash, recognise } from '../spotting/shapes.ts';
import { asideIn, type Columns, columnsOf, idsIn } from './paste-ids.ts';
import { ownList } from './paste-own.ts';
import { plainLine } from './paste-text.ts';
import type { PastedLine } from './pasted-line.ts';

/** A pasted text, or the text and name of a file. */
export interface PasteSource {
  readonly name?: string;
  readonly text: string;
}

const SLICE_MS = 16;
/** The text of a line is cut after this many characters: a whole file may be one line. */
const LONGEST_TEXT = 300;
const MOST_WRAPS = 3;

const TOKEN = RegExp(`[^\\s"'\`<>|]{4,${LONGEST_ADDRESS}}`, 'g');
const WITH_SCHEME = /^\W*((?:https?:)?\/\/[^\s/]+\/?.*)$/i;
const WITHOUT_SCHEME = /^[^\w]*((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/.*\.[a-z]{3,4}(?:[?#].*)?)$/i;
const OPEN_END = /(?:https?:)?\/\/[^\s"'<>]*$/i;
const QUOTED_MAIL = /^(?:\s*>)*\s*/;
const NOTHING = /^[\s\p{P}\p{S}]*$/u;

/**
 * Finds addresses and ids in pasted texts, line by line. Pauses every 16 ms so that the page stays
 * responsive.
 * @throws The signal's reason when it aborts.
 */
export async function findPasted(
  sources: readonly PasteSource[],
  signal?: AbortSignal,
): Promise<readonly PastedLine[]> {
  const finds: PastedLine[] = [];
  let until = performance.now() + SLICE_MS;
  for (const { name, text } of sources) {
    const from = name === undefined ? {} : { source: name };
    const own = ownList(text);
    if (own) {
      for (const find of own) finds.push({ ...from, ...find });
      continue;
    }
    // In markup and data most lines have no address, so such lines are not reported.
    const quiet = /^\s*[<{[]/.test(text);
    for (const found of linesIn(text)) {
      signal?.throwIfAborted();
      if (found.length === 1 && quiet && isEmpty(found[0])) continue;
      for (const find of found) finds.push({ ...from, ...find });
      if (performance.now() < until) continue;
      await sleep(0);
      until = performance.now() + SLICE_MS;
    }
  }
  return finds;
}

function isEmpty(find: PastedLine | undefined): boolean {
  return !find?.address && !find?.id && !find?.bareId && !find?.foreign;
}

function* linesIn(text: string): Generator<readonly PastedLine[]> {
  const lines = text.split(/\r\n|[\n\r\u2028]/);
  let columns: Columns | undefined;
  for (let index = 0; index < lines.length; index++) {
    const raw = lines[index] ?? '';
    const plain = plainLine(raw);
    if (NOTHING.test(plain)) {
      columns = undefined;
      continue;
    }
    const named = columnsOf(plain);
    if (named) {
      columns = named;
      continue;
    }
    const at = { line: index + 1, text: raw.trim().slice(0, LONGEST_TEXT) };
    const wrapped = unwrapped(lines, index, plain);
    if (wrapped) index += wrapped.more;
    const { note, rest } = asideIn(wrapped?.line ?? plain, columns);
    // In `rest` the columns may have other positions, so ids are read from the whole line.
    const ids = idsIn(rest === plain ? plain : (wrapped?.line ?? plain), columns);
    const about = { ...at, ...(note !== undefined && { note }) };
    yield findsIn(about, rest, ids);
  }
}

function findsIn(
  about: Pick<PastedLine, 'line' | 'text' | 'note'>,
  line: string,
  ids: ReturnType<typeof idsIn>,
): readonly PastedLine[] {
  const finds: PastedLine[] = addressesIn(line).map((one) => ({ ...about, ...one }));
  for (const { id, kind, other } of ids) {
    if (kind) finds.push({ ...about, id: { kind, id } });
    else finds.push({ ...about, ...(other ? { otherId: id } : { bareId: id }) });
  }
  return finds.length === 0 ? [about] : finds;
}

function addressesIn(line: string): readonly Pick<PastedLine, 'address' | 'foreign'>[] {
  const found = findAddresses(line).map((address) => ({ address }));
  // If one line is a whole file, comparing all pairs would take too long.
  const few = found.length < 8;
  const others: Pick<PastedLine, 'address' | 'foreign'>[] = [];
  for (const [token] of line.matchAll(TOKEN)) {
    const seen = WITH_SCHEME.exec(token)?.[1];
    const schemeless = seen ?? WITHOUT_SCHEME.exec(token)?.[1];
    if (schemeless === undefined) continue;
    const taken = few && found.some(({ address: { path } }) => token.includes(path));
    if (taken || findAddresses(token).length > 0) continue;
    const whole = schemeless.replace(/[.,:;!?)\]}*_]+$/, '');
    const text = seen ? whole.replace(/^\/\//, 'https://') : `https://${whole}`;
    const address = recognise(text);
    if (address) others.push({ address });
    else if (seen && URL.canParse(text)) others.push({ foreign: text });
  }
  return [...found, ...others];
}

/**
 * Joins an address that a mail program split into several lines. Only if the result names an image
 * by its hash, so that two lines do not become an address by chance.
 * @returns The joined line, and how many more lines it took; or `undefined`.
 */
function unwrapped(
  lines: readonly string[],
  index: number,
  plain: string,
): { readonly line: string; readonly more: number } | undefined {
  const head = plain.trimEnd().replace(/=$/, '');
  const open = OPEN_END.exec(head)?.[0];
  if (open === undefined || findAddresses(open).length > 0) return;
  let joined = head;
  for (let more = 1; more <= MOST_WRAPS; more++) {
    const next = plainLine(lines[index + more] ?? '')
      .replace(QUOTED_MAIL, '')
      .trimEnd();
    if (next === '' || /\/\//.test(next)) return;
    joined += next.replace(/=$/, '');
    const last = findAddresses(joined).at(-1);
    if (last && isNamedByHash(last.path) && !findAddresses(next).length) {
      return { line: joined, more };
    }
  }
  return;
}

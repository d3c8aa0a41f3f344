import { undoEscapes, undoPercent } from './escapes.ts';
import { IMAGE, type ImageAddress, isNamedByHash, recognise } from './shapes.ts';

/** What an id identifies. */
export type IdKind = 'image-id' | 'video-id';

/** An id found under a key such as `videoId`. */
export interface FoundId {
  readonly kind: IdKind;
  /** 32 lower-case hex digits. */
  readonly id: string;
}

/** The start of an address, percent-encoded or not. */
const START = /(?:https?:)?\/\/(?=[a-z0-9])|https?%(?:25)*3a%(?:25)*2f%(?:25)*2f/gi;
/** An address in running text. Every part is bounded and can match in only one way. */
const RUN =
  /(?:https?:)?\/\/[\w.-]{1,253}(?::\d{1,5})?\/[\w.~/%@!$+=:&;,-]{1,500}(?:[?#][\w.~:/?#@!$&+,;=%-]{0,4000})?/iy;
const ENCODED_RUN = /[\w.~!%+-]{1,3000}/y;
const IMAGE_NAME = RegExp(`\\.(?:${IMAGE})`, 'i');
/** The separator before the next address of a list without spaces. */
const NEXT = /[,;](?=(?:https?:)?\/\/)/i;

const KEY =
  /(?<![a-z0-9])(?:(?:ali(?:yun)?|vod)?[_-]?(video|image|vod)[_-]?ids?|vid)(?![a-z0-9_-])/gi;
/** What may be between a key and its value in JSON, scripts, queries, dumps and XML. */
const BETWEEN =
  /["'`\]]{0,2}\s{0,9}(?:=>|=|:|>|%3d|%3a)\s{0,9}(?:string\(32\)\s?)?["'`[]{0,2}\s{0,9}["'`]?/iy;
const ID = /([0-9a-f]{32})(?![0-9a-z_-])/iy;
const NEXT_ID = /["'`]?\s{0,9}(?:,|%2c)\s{0,9}["'`]?/iy;

/** Finds VOD addresses in any text, whatever its language and escapes. */
export function findAddresses(text: string, base?: string): ImageAddress[] {
  const plain = undoEscapes(text);
  const found: ImageAddress[] = [];
  for (const start of plain.matchAll(START)) {
    const { index } = start;
    // `http%25253A` was encoded three times.
    const depth = ((start[0].match(/%(?:25)*(?=3a)/i)?.[0].length ?? 0) + 1) >> 1;
    // A `//` right after a letter, `:` or `/` does not start an address of its own.
    if (start[0] === '//' && index > 0 && /[\w:/]/.test(plain.charAt(index - 1))) continue;
    const run = depth ? ENCODED_RUN : RUN;
    run.lastIndex = index;
    const taken = run.exec(plain)?.[0];
    if (!taken || !IMAGE_NAME.test(taken)) continue;
    const address = trimEnd(depth ? undoPercent(taken, depth) : beforeNext(taken), '.,:;!?');
    const image = recognise(address, base) ?? recognise(trimEnd(address, '.,:;!?&~_-'), base);
    if (image) found.push(image);
  }
  return found;
}

/** Cuts a list without spaces before its second address. */
function beforeNext(run: string): string {
  const next = run.search(NEXT);
  return next < 0 ? run : run.slice(0, next);
}

/** A loop, because a pattern for the end of a text would be tried at each of its characters. */
function trimEnd(text: string, letters: string): string {
  let end = text.length;
  while (end > 0 && letters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Finds relative addresses in markup and style sheets. Only strict shapes count. */
export function findRelative(text: string, base: string): ImageAddress[] {
  const found: ImageAddress[] = [];
  for (const [token] of undoEscapes(text).matchAll(/[^\s"'`()<>=]{20,2000}/g)) {
    if (token.includes('//')) continue;
    const image = recognise(token, base);
    if (image && isNamedByHash(image.path)) found.push(image);
  }
  return found;
}

/** Finds ids under the keys that VOD's responses and its customers use. Hex alone is no id. */
export function findIds(text: string): FoundId[] {
  const plain = undoEscapes(text);
  const found: FoundId[] = [];
  for (const key of plain.matchAll(KEY)) {
    const kind = key[1]?.toLowerCase() === 'image' ? 'image-id' : 'video-id';
    let at = take(BETWEEN, plain, key.index + key[0].length);
    while (at !== undefined) {
      ID.lastIndex = at;
      const id = ID.exec(plain)?.[1];
      if (!id) break;
      found.push({ kind, id: id.toLowerCase() });
      at = take(NEXT_ID, plain, at + id.length);
    }
  }
  return found;
}

function take(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

/** Invisible characters that mail, chats and spreadsheets insert. */
const UNSEEN = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const WIDE = /[０-９Ａ-Ｚａ-ｚ：／．－＿？＝＆％＃～＠]/g;
const WIDE_TO_PLAIN = 0xfee0;

/** How people write addresses that must not become links, and punctuation around addresses. */
const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  [/h(?:xx|\*\*|tt)p(s?)(?:\[:\/\/\]|\[:\]\/\/|:\/\/)/gi, 'http$1://'],
  [/\[(?:\.|dot)\]|\(\.\)/gi, '.'],
  [/[，；、。（）【】《》「」“”‘’｜\u3000\u00A0\u2028]/g, ' '],
  [/图片\s?ID/gi, ' imageId'],
  [/视频\s?ID/gi, ' videoId'],
  [/\b(image|video) (ids?)\b/gi, '$1-$2'],
];

/** @returns A line without invisible characters, full-width letters and defanged schemes. */
export function plainLine(line: string): string {
  let plain = line
    .replace(UNSEEN, '')
    .replace(WIDE, (letter) => String.fromCharCode(letter.charCodeAt(0) - WIDE_TO_PLAIN));
  for (const [from, to] of REWRITTEN) plain = plain.replace(from, to);
  return plain;
}

/** @returns The cells of a table's line. A cell in quotes may contain the separator. */
export function cellsOf(line: string): readonly string[] {
  const separator = ['\t', ';', ',', '|'].find((one) => line.includes(one));
  if (separator === undefined) return [line.trim()];
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

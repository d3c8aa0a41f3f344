const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  sol: '/',
};

/** `\/`, `\"`, `\u002F`, `\x2F` and CSS's `\2f `. Runs of backslashes are reduced to one before. */
const BACKSLASHED =
  /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(00[23][0-9a-f] ?|2[ef] |3[af] )|(["'`/:.?&=(),-]))/gi;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi;

function character(digits: string, radix: number): string {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex) return character(hex, 16);
  if (decimal) return character(decimal, 10);
  return ENTITIES[name?.toLowerCase() ?? ''] ?? whole;
}

/**
 * Undoes the escapes of addresses in scripts, JSON, markup and style sheets: backslashes nested to
 * any depth, entities up to three times. Each step takes time linear in the text.
 */
export function undoEscapes(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && plain.includes('&'); round++) {
    const before = plain;
    plain = plain.replace(ENTITY, entity);
    if (plain === before) break;
  }
  if (!plain.includes('\\')) return plain;
  return plain
    .replace(/\\+/g, '\\')
    .replace(BACKSLASHED, (_, unicode?: string, hex?: string, css?: string, plainly?: string) =>
      plainly ? plainly : character((unicode ?? hex ?? css ?? '').trim(), 16),
    );
}

/** Decodes percent-encoding this many times. Where it is broken, decodes only `/`, `:` and `%`. */
export function undoPercent(text: string, times: number): string {
  let plain = text;
  for (let round = 0; round < times; round++) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      plain = plain.replace(/%2f/gi, '/').replace(/%3a/gi, ':').replace(/%25/g, '%');
    }
  }
  return plain;
}

// Comment or declaration, CDATA, closing tag, opening tag, text.
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)(?:\s[^>]*?)?(\/?)>|([^<]+)/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** An error has a few hundred characters. A much longer text is none, and would take long to read. */
const LONGEST = 65_536;

/**
 * Reads the flat XML of VOD's answers, with any root element. Workers have no DOMParser.
 * @returns The text of each child of the root by its name, or `undefined` for any other text, also for
 *   HTML.
 */
export function readFlatXml(text: string): Record<string, string> | undefined {
  if (text.length > LONGEST || !/^\s*</.test(text)) return undefined;
  const fields: Record<string, string> = Object.create(null);
  const open: string[] = [];
  let closed = false;
  let content = '';
  for (const [, cdata, closing, opening, selfClosed, plain] of text.matchAll(TOKEN)) {
    if (opening !== undefined) {
      if (closed || (open.length === 0 && /^html$/i.test(opening))) return undefined;
      if (selfClosed === '/') continue;
      open.push(opening);
      if (open.length === 2) content = '';
    } else if (closing !== undefined) {
      const name = open.pop();
      if (name !== closing) return undefined;
      if (open.length === 1 && !(name in fields)) fields[name] = content.trim();
      closed = open.length === 0;
    } else if (open.length === 2) {
      content += cdata ?? decodeEntities(plain ?? '');
    }
  }
  return closed ? { ...fields } : undefined;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

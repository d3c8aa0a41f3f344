/** Credentials that were found in a pasted text. */
export interface PastedKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  /** When the token expires, in milliseconds since 1970. */
  readonly expiresAt?: number;
}

type Part = 'id' | 'secret' | 'token' | 'end';
type Parts = Partial<Record<Part, string>>;

/** In characters. Longer than any text with one key: a token has no limit, but is much shorter. */
const LONGEST = 100_000;

/** How many levels of JSON are read: more than any answer with credentials has. */
const DEEPEST = 6;

/**
 * The names of each part, in letters and digits only. They are used in the RAM console's file in
 * English and Chinese, in AssumeRole's answer, and in environment variables and profiles
 * (https://github.com/aliyun/aliyun-cli), whose prefixes are removed.
 */
const NAMES: Readonly<Record<string, Part>> = {
  accesskeyid: 'id',
  accesskey: 'id',
  accessid: 'id',
  ak: 'id',
  accesskeysecret: 'secret',
  accesssecret: 'secret',
  secretkey: 'secret',
  sk: 'secret',
  securitytoken: 'token',
  ststoken: 'token',
  sessiontoken: 'token',
  expiration: 'end',
  stsexpiration: 'end',
};

const PREFIX = /^(?:alibabacloud|alicloud|aliyun|aliyunvod|oss|vod)(?=a|s)/;

/** What the vault accepts; see `storedCredentialsSchema`. */
const FITS: Readonly<Record<Exclude<Part, 'end'>, RegExp>> = {
  id: /^[\w.-]{1,128}$/,
  secret: /^\S{1,256}$/,
  token: /^\S+$/,
};

/**
 * Finds the key in a pasted text: the CSV file of the RAM console, lines of an .ini file or of
 * environment variables, or the JSON of AssumeRole or of a credentials URI. Never throws. The time
 * it needs is proportional to the length of the text.
 * @returns The key, or `undefined` when the text has none or more than one.
 */
export function readPastedKey(text: string): PastedKey | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.replace(/^\ufeff/, '').trim();
  const parsed = parse(plain);
  if (parsed === undefined) return keyOf(fromLines(plain) ?? fromCsv(plain));
  const [found, more] = objectsWithId(parsed, DEEPEST);
  return more === undefined ? keyOf(found) : undefined;
}

function parse(text: string): unknown {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // An .ini file begins with a bracket too.
    return undefined;
  }
}

/** @returns The parts of each object that has a key id. */
function objectsWithId(value: unknown, depth: number): Parts[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  const parts: Parts = {};
  for (const [name, item] of Object.entries(value)) {
    const text = typeof item === 'number' ? String(item) : item;
    if (typeof text === 'string' && put(parts, name, text) === 'twice') return [];
  }
  const inner = Object.values(value).flatMap((item) => objectsWithId(item, depth - 1));
  return parts.id === undefined ? inner : [parts, ...inner];
}

/** Reads `NAME=value` or `name: value`; `export`, `set`, `ENV`, `$env:` and quotes are optional. */
function fromLines(text: string): Parts | undefined {
  const parts: Parts = {};
  for (const line of text.split(/\r\n|\r|\n/)) {
    const cut = line.search(/[=:：]/);
    // The colon in PowerShell's `$env:NAME` does not end the name.
    const start = /^\s*\$env:/i.exec(line)?.[0].length ?? 0;
    const at = start > 0 ? line.indexOf('=', start) : cut;
    if (at < 0) continue;
    const name = line.slice(start, at).replace(/^\s*(?:export|set|env)\s/i, '');
    const value = line.slice(at + 1).replace(/;\s*$/, '');
    if (put(parts, name, unquote(value)) === 'twice') return undefined;
  }
  return parts.id === undefined ? undefined : parts;
}

/** Reads a line of names and a line of values, separated by commas, semicolons or tabs. */
function fromCsv(text: string): Parts | undefined {
  const rows = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const [names, values, more] = rows;
  if (names === undefined || values === undefined || more !== undefined) return undefined;
  const parts: Parts = {};
  for (const [index, name] of names.entries()) {
    if (put(parts, name, values[index] ?? '') === 'twice') return undefined;
  }
  return parts;
}

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '"' && quoted && line.charAt(at + 1) === '"') {
      cell += '"';
      at++;
    } else if (char === '"') quoted = !quoted;
    else if (!quoted && /[,;\t]/.test(char)) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell].map((one) => one.trim());
}

function unquote(text: string): string {
  const value = text.trim();
  return /^(["']).*\1,?$/.exec(value) === null ? value : value.replace(/,$/, '').slice(1, -1);
}

/** @returns `twice` when the part has another value already. */
function put(parts: Parts, name: string, value: string): 'twice' | undefined {
  const part = partOf(name);
  if (part === undefined || value.trim() === '') return undefined;
  if (parts[part] !== undefined && parts[part] !== value.trim()) return 'twice';
  parts[part] = value.trim();
  return undefined;
}

function partOf(name: string): Part | undefined {
  if (name.length > 100) return undefined;
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const short = bare.replace(PREFIX, '');
  if (Object.hasOwn(NAMES, bare)) return NAMES[bare];
  return Object.hasOwn(NAMES, short) ? NAMES[short] : undefined;
}

function keyOf({ id, secret, token, end }: Parts = {}): PastedKey | undefined {
  if (id === undefined || secret === undefined) return undefined;
  if (!FITS.id.test(id) || !FITS.secret.test(secret)) return undefined;
  if (token === undefined) return { accessKeyId: id, accessKeySecret: secret };
  if (!FITS.token.test(token)) return undefined;
  const expiresAt = timeOf(end);
  return {
    accessKeyId: id,
    accessKeySecret: secret,
    securityToken: token,
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Reads UTC as STS writes it, or seconds since 1970 as a profile does; returns milliseconds. */
function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

import type { Credentials } from './credentials.ts';
import { encode } from './encode.ts';
import type { SignedRequest, UnsignedRequest } from './sign.ts';

const MARK = '…';
const MAX_LENGTH = 300;
// A message is a sentence or two; what is longer is not one, and matching it would cost time.
const MAX_READ = 10_000;

// From here on a message repeats the request. The gateway writes "server string to sign is:" and the whole of it.
const ECHO =
  /(server\s+)?(string[\s_-]*to[\s_-]*sign|canonical[\s_-]*(request|string))|\b(GET|POST)\s*(&|%26|[\r\n/])|ACS3-HMAC|\b(Credential|Signature|AccessKeyId|SecurityToken)\s*(=|%3D|%253D)/i;

// What a secret, an id or an address looks like, for those that were not this call's own.
const TELLTALE = [
  /https?(:|%3A|%253A)\S+/gi,
  /\b(LTAI|STS\.)[\w-]{8,}/gi,
  /(?<![\w+/=-])(?=[A-Za-z+/=_-]*\d)[\w+/=-]{24,}/g,
];

/**
 * Makes a message fit to show and to store: an echo of the request is cut, and every hidden text struck,
 * as it is, percent-encoded once or twice, and decoded; then shortened.
 * Takes the message and the texts it must not hold; a text of under four letters is struck where it stands as a word.
 */
export function redact(message: string, hidden: readonly string[]): string {
  const said = cutEcho(message.slice(0, MAX_READ));
  const patterns = [...patternsOf(hidden), ...TELLTALE];
  const tidy = strike(said, patterns)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  // Once more, since tidying may have joined what was apart.
  return shorten(strike(tidy, patterns));
}

/** Gives the texts of a call that no message may hold: credentials, signature, nonce, every parameter. */
export function hiddenTexts(
  unsigned: UnsignedRequest,
  signed: SignedRequest,
  credentials: Credentials,
): string[] {
  return [
    credentials.accessKeyId,
    credentials.accessKeySecret.reveal(),
    credentials.securityToken?.reveal() ?? '',
    signed.headers.authorization ?? '',
    unsigned.nonce,
    ...Object.values(unsigned.parameters),
  ];
}

function cutEcho(message: string): string {
  const start = message.search(ECHO);
  return start < 0 ? message : `${message.slice(0, start)}${MARK}`;
}

function patternsOf(hidden: readonly string[]): RegExp[] {
  const forms = new Set(hidden.flatMap((text) => [text, ...text.split(',')]).flatMap(formsOf));
  forms.delete('');
  return [...forms].sort((a, b) => b.length - a.length).map(patternOf);
}

function formsOf(text: string): string[] {
  const once = attempt(encode, text);
  return [text, once, attempt(encode, once), attempt(decodeURIComponent, text)];
}

// A text that cannot be written so cannot occur so, and then stands for itself.
function attempt(write: (text: string) => string, text: string): string {
  try {
    return write(text);
  } catch {
    return text;
  }
}

function patternOf(form: string): RegExp {
  const literal = form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return new RegExp(form.length < 4 ? `(?<!\\w)${literal}(?!\\w)` : literal, 'gi');
}

function strike(text: string, patterns: readonly RegExp[]): string {
  let before: string;
  let struck = text;
  do {
    before = struck;
    for (const pattern of patterns) struck = struck.replace(pattern, MARK);
    // Striking may bring two halves together, so it goes on until nothing changes.
  } while (struck !== before);
  return struck;
}

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  return text.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

import type { Credentials } from './credentials.ts';
import { encode } from './encode.ts';
import type { SignedRequest, UnsignedRequest } from './sign.ts';

const MARK = '…';
const MAX_LENGTH = 300;
// A message is a sentence or two. Matching a longer text would take time.
const MAX_READ = 10_000;

// After this, a message repeats the request: the gateway writes "server string to sign is:" and all of it.
const ECHO =
  /(server\s+)?(string[\s_-]*to[\s_-]*sign|canonical[\s_-]*(request|string))|\b(GET|POST)\s*(&|%26|[\r\n/])|ACS3-HMAC|\b(Credential|Signature|AccessKeyId|SecurityToken)\s*(=|%3D|%253D)/i;

// What secrets, ids and addresses look like, for those that are not from this call.
const TELLTALE = [
  /https?(:|%3A|%253A)\S+/gi,
  /\b(LTAI|STS\.)[\w-]{8,}/gi,
  /(?<![\w+/=-])(?=[A-Za-z+/=_-]*\d)[\w+/=-]{24,}/g,
];

/**
 * Makes a message safe to show and to store. It cuts a copy of the request, replaces every hidden text
 * (plain, percent-encoded once or twice, and decoded), and shortens the rest.
 * @param hidden Texts that the message must not contain. One with fewer than four characters is replaced
 *   only as a whole word.
 */
export function redact(message: string, hidden: readonly string[]): string {
  const said = cutEcho(message.slice(0, MAX_READ));
  const patterns = [...patternsOf(hidden), ...TELLTALE];
  const tidy = strike(said, patterns)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  // Once more, because removing characters may have joined two halves.
  return shorten(strike(tidy, patterns));
}

/** @returns The texts that no message may contain: credentials, signature, nonce, every parameter. */
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

// A text that cannot be encoded or decoded cannot occur in that form, so it is returned as it is.
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
    // A replacement may join two halves, so this repeats until nothing changes.
  } while (struck !== before);
  return struck;
}

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  return text.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

import { readFlatXml } from './xml.ts';

/** A body as VOD sends it, before an operation reads it. */
export interface Body {
  /** The parsed JSON object, or the flat fields of XML. */
  readonly value: object;
  readonly requestId: string | undefined;
  /** The error code; absent in a success. */
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/**
 * Reads the envelope that successes and errors share.
 * Takes the text of an answer, JSON or XML; gives its parts, or nothing for any other text.
 */
export function readBody(text: string): Body | undefined {
  const value = parse(text);
  if (value === undefined) return undefined;
  const code = field(value, 'code', /^[\w.-]{1,100}$/);
  return {
    value,
    requestId: field(value, 'requestid', REQUEST_ID),
    // Some gateways of Alibaba Cloud put a Code into a success, too.
    code: code !== undefined && /^(ok|success|200)$/i.test(code) ? undefined : code,
    message: field(value, 'message', /\S/),
  };
}

/** What a RequestId looks like; anything else in its place is not believed. */
export const REQUEST_ID = /^[\w.:-]{1,128}$/;

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return readFlatXml(text);
  }
}

// The SDKs read lower-case twins of every field, so letter case does not count.
function field(value: object, name: string, shape: RegExp): string | undefined {
  for (const [key, item] of Object.entries(value)) {
    if (key.toLowerCase() !== name) continue;
    const text = typeof item === 'number' ? String(item) : item;
    if (typeof text === 'string' && shape.test(text)) return text;
  }
  return undefined;
}

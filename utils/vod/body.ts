import { readFlatXml } from './xml.ts';

/** A body as VOD sends it, before an operation reads it. */
export interface Body {
  /** The parsed JSON object, or the fields of flat XML. */
  readonly value: object;
  readonly requestId: string | undefined;
  /** The error code; `undefined` in a success. */
  readonly code: string | undefined;
  /** Whether the field of the code has a value that is no code. */
  readonly strangeCode: boolean;
  readonly message: string | undefined;
}

/**
 * Reads the fields that successes and errors have in common.
 * @param text The text of an answer, JSON or XML.
 * @returns Its parts, or `undefined` for any other text.
 */
export function readBody(text: string): Body | undefined {
  const value = parse(text);
  if (value === undefined) return undefined;
  const codes = valuesOf(value, 'code')
    .filter((code) => code !== null && code !== '')
    .map((code) => textOf(code) ?? '')
    .filter((code) => !SUCCESS.test(code));
  return {
    value,
    requestId: field(value, 'requestid', REQUEST_ID),
    code: codes.find((code) => CODE.test(code)),
    strangeCode: codes.some((code) => !CODE.test(code)),
    message: field(value, 'message', /\S/),
  };
}

const CODE = /^[\w.-]{1,100}$/;

/** Some gateways of Alibaba Cloud also put a Code into a success. */
const SUCCESS = /^(ok|success|200)$/i;

/** What a RequestId looks like. Any other value is ignored. */
export const REQUEST_ID = /^[\w.:-]{1,128}$/;

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return readFlatXml(text);
  }
}

function field(value: object, name: string, shape: RegExp): string | undefined {
  return valuesOf(value, name)
    .map(textOf)
    .find((text) => text !== undefined && shape.test(text));
}

// The SDKs also read every field in lower case, so letter case does not count.
function valuesOf(value: object, name: string): unknown[] {
  return Object.entries(value).flatMap(([key, item]) => (key.toLowerCase() === name ? [item] : []));
}

function textOf(item: unknown): string | undefined {
  const text = typeof item === 'number' ? String(item) : item;
  return typeof text === 'string' ? text : undefined;
}

import type { Reply } from '../http.ts';
import type { VodError } from './errors.ts';

/** A value in an answer. */
export type Field =
  | string
  | number
  | boolean
  | readonly Field[]
  | { readonly [name: string]: Field };

/** The answer of an operation or an error, before it is written as JSON or XML. */
export interface Answer {
  readonly status: number;
  readonly fields: Readonly<Record<string, Field>>;
  /** The error code, if the call was refused. */
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An HTML page that is sent instead of the fields. */
  readonly html?: string;
}

/** The call that an answer belongs to. */
export interface AnswerFrame {
  readonly action: string;
  readonly requestId: string;
  readonly host: string;
  readonly date: number;
  readonly format: 'json' | 'xml';
}

/** @returns The answer for an error. */
export function errorAnswer(error: VodError): Answer {
  return {
    status: error.status,
    code: error.code,
    fields: { Code: error.code, Message: error.message },
  };
}

/** Writes an answer as JSON or XML. */
export function writeAnswer(answer: Answer, frame: AnswerFrame): Reply {
  const headers = {
    Date: new Date(frame.date).toUTCString(),
    'x-acs-request-id': frame.requestId,
    ...corsHeaders,
    ...answer.headers,
  };
  if (answer.html !== undefined) {
    return { status: answer.status, type: 'text/html', headers, body: answer.html };
  }
  const fields: Record<string, Field> = {
    RequestId: frame.requestId,
    ...(answer.code === undefined ? {} : { HostId: frame.host }),
    ...answer.fields,
    ...(answer.code === undefined ? {} : { Recommend: recommend(answer.code) }),
  };
  if (frame.format === 'json') {
    return {
      status: answer.status,
      type: 'application/json;charset=utf-8',
      headers,
      body: JSON.stringify(fields),
    };
  }
  const root = answer.code === undefined ? `${frame.action}Response` : 'Error';
  return {
    status: answer.status,
    type: 'text/xml;charset=utf-8',
    headers,
    body: `<?xml version='1.0' encoding='UTF-8'?>${element(root, fields)}`,
  };
}

/** The headers that allow any page to read the gateway's answers. */
export const corsHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, GET, OPTIONS, PUT, DELETE',
  'Access-Control-Allow-Headers':
    'X-Requested-With, X-Sequence, _aop_secret, _aop_signature, x-acs-action, x-acs-version, x-acs-date, Content-Type',
  'Access-Control-Max-Age': '172800',
};

function recommend(code: string): string {
  return `https://api.aliyun.com/troubleshoot?q=${code}&product=vod`;
}

function element(name: string, value: Field): string {
  // A list is one element per item, all with the same name, as in RPC answers.
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const inside =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, field]) => element(child, field))
          .join('')
      : escapeXml(String(value));
  return `<${name}>${inside}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

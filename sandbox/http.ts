import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers the requests of one host. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A response. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type: string;
  readonly body: string | Buffer;
}

export function send(response: ServerResponse, { status, headers, type, body }: Reply): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    ...headers,
  });
  response.end(bytes);
}

/** @returns A reply with the value as JSON. */
export function jsonReply(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  send(response, jsonReply(value, status));
}

/** @returns The host name of a request, in lower case and without the port. */
export function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

/** @returns The address of a request, without the port and always with `https:`. */
export function addressOfRequest(request: IncomingMessage): URL {
  return new URL(`https://${hostOf(request) || 'localhost'}${request.url ?? '/'}`);
}

/** Reads the whole body of a request; throws an Error if it is larger than a megabyte. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > 1_048_576) throw new Error('The request body is larger than a megabyte');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

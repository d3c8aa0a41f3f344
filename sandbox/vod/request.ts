import type { IncomingMessage } from 'node:http';
import { addressOfRequest, hostOf, readBody } from '../http.ts';

/** A parsed request; nothing in it is checked yet. */
export interface VodRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The query, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Names that are in the query more than once. */
  readonly repeated: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly action: string;
  readonly version: string;
  readonly nonce: string;
  readonly format: 'json' | 'xml';
  readonly authorization: Authorization | undefined;
}

/** The parts of a well-formed V3 Authorization header. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly signedHeaders: readonly string[];
}

/** Reads and parses a request to the gateway. */
export async function readVodRequest(request: IncomingMessage): Promise<VodRequest> {
  const url = addressOfRequest(request);
  const parameters: Record<string, string> = {};
  const repeated: string[] = [];
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(parameters, name)) repeated.push(name);
    else parameters[name] = value;
  }
  const headers = flatHeaders(request);
  const body = await readBody(request);
  return {
    method: request.method ?? 'GET',
    host: hostOf(request),
    path: url.pathname,
    parameters,
    repeated,
    headers,
    body,
    action: headers['x-acs-action'] ?? parameters.Action ?? '',
    version: headers['x-acs-version'] ?? parameters.Version ?? '',
    nonce: headers['x-acs-signature-nonce'] ?? '',
    format: formatOf(headers.accept ?? '', parameters.Format ?? ''),
    authorization: authorizationOf(headers.authorization ?? ''),
  };
}

function flatHeaders(request: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return flat;
}

function formatOf(accept: string, format: string): 'json' | 'xml' {
  if (format !== '') return format.toUpperCase() === 'JSON' ? 'json' : 'xml';
  return accept.toLowerCase().includes('application/json') ? 'json' : 'xml';
}

const authorizationShape =
  /^ACS3-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([a-z0-9;-]+),\s*Signature=[0-9a-f]{64}$/;

function authorizationOf(header: string): Authorization | undefined {
  const match = authorizationShape.exec(header);
  if (!match) return undefined;
  return { accessKeyId: match[1] ?? '', signedHeaders: (match[2] ?? '').split(';') };
}

import { request as httpsRequest } from 'node:https';
import { vodHost } from './data/hosts.ts';
import type { SandboxKey } from './inventory.ts';
import type { Sandbox } from './sandbox.ts';
import { officialSigner } from './vod/signature.ts';

/** What a client needs to reach a sandbox. */
export type Reachable = Pick<Sandbox, 'port' | 'certificate'>;

/** A response with its whole body. */
export interface ClientReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Sends a request to one of the sandbox's hosts by its real address. Checks the certificate. */
export function fetchFrom(
  sandbox: Reachable,
  address: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<ClientReply> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        host: '127.0.0.1',
        port: sandbox.port,
        servername: url.hostname,
        ca: sandbox.certificate,
        method: options.method ?? 'GET',
        path: url.pathname + url.search,
        headers: { host: url.host, ...options.headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('error', reject);
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const status = response.statusCode ?? 0;
          resolve({ status, headers: response.headers, bytes, text: bytes.toString() });
        });
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

/** A call that Alibaba's own signer signs. Headers can be changed before and after signing. */
export interface VodCall {
  readonly key: Pick<SandboxKey, 'accessKeyId' | 'accessKeySecret' | 'securityToken'>;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly method?: string;
  readonly body?: string;
  /** Headers that are signed too; undefined removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Headers that are set after signing; undefined removes one. */
  readonly tamper?: Readonly<Record<string, string | undefined>>;
}

const algorithm = 'ACS3-HMAC-SHA256';

/** Sends a call to a VOD endpoint of the sandbox. */
export function callVod(sandbox: Reachable, call: VodCall): Promise<ClientReply> {
  const { key, method = 'POST', body = '' } = call;
  const host = vodHost(call.region ?? 'cn-shanghai');
  const payload = officialSigner.hash(Buffer.from(body), algorithm).toString('hex');
  const signed = present({
    host,
    accept: 'application/json',
    'x-acs-action': call.action,
    'x-acs-version': '2017-03-21',
    'x-acs-date': officialSigner.getTimestamp(),
    'x-acs-signature-nonce': officialSigner.getNonce(),
    'x-acs-content-sha256': payload,
    ...(key.securityToken !== undefined && {
      'x-acs-accesskey-id': key.accessKeyId,
      'x-acs-security-token': key.securityToken,
    }),
    ...call.headers,
  });
  const authorization = officialSigner.getAuthorization(
    { method, pathname: '/', query: call.parameters, headers: signed },
    algorithm,
    payload,
    key.accessKeyId,
    key.accessKeySecret,
  );
  const query = Object.entries(call.parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return fetchFrom(sandbox, `https://${host}/?${query}`, {
    method,
    headers: present({ ...signed, authorization, ...call.tamper }),
    body,
  });
}

function present(
  headers: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

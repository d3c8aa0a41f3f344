import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { strayCredentialsHost } from './data/hosts.ts';
import type { World } from './data/world.ts';
import type { CredentialsTrouble } from './faults/credentials-trouble.ts';
import type { Switchboard } from './faults/switchboard.ts';
import { addressOfRequest, type Handler, hostOf, jsonReply, type Reply, send } from './http.ts';
import { describeKey } from './inventory.ts';
import type { SettingsBoard } from './settings.ts';

/** The path of the credentials, at each host that serves them. */
export const credentialsPath = '/credentials';

/** One request for credentials. */
export interface CredentialsRequest {
  /** When it came in, in milliseconds since 1970. */
  readonly at: number;
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
  /** The AccessKey ID in the answer, if there is one. */
  accessKeyId: string | undefined;
}

export interface CredentialsOptions {
  readonly world: () => World;
  readonly faults: Switchboard;
  readonly settings: SettingsBoard;
}

/** A credentials URI. Each request gets a new STS triple of the first account. */
export class CredentialsService {
  readonly #options: CredentialsOptions;
  readonly #requests: CredentialsRequest[] = [];

  constructor(options: CredentialsOptions) {
    this.#options = options;
  }

  /** Every request since the start or the last `clear`, in order of arrival. */
  get requests(): readonly CredentialsRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests.length = 0;
  }

  readonly handler: Handler = async (incoming, response) => {
    if (addressOfRequest(incoming).pathname !== credentialsPath) {
      send(response, jsonReply({ Code: 'NotFound' }, 404));
      return;
    }
    if (incoming.method !== 'GET') {
      send(response, jsonReply({ Code: 'MethodNotAllowed' }, 405));
      return;
    }
    const request: CredentialsRequest = {
      at: Date.now(),
      host: hostOf(incoming),
      headers: incoming.headers,
      accessKeyId: undefined,
    };
    this.#requests.push(request);
    const stray = request.host === strayCredentialsHost;
    const struck = stray ? undefined : this.#options.faults.credentials();
    if (struck?.trouble === 'slow') await wait(struck.delay);
    const reply = this.#reply(request, struck?.trouble);
    if (reply === undefined) response.socket?.destroy();
    else send(response, reply);
  };

  /** @returns The reply; undefined: close the connection. */
  #reply(request: CredentialsRequest, trouble?: CredentialsTrouble): Reply | undefined {
    switch (trouble) {
      case 'malformed': {
        const { AccessKeySecret: _secret, ...rest } = this.#triple(request);
        return jsonReply(rest);
      }
      case 'expired':
        return jsonReply(this.#triple(request, -60));
      case 'redirect': {
        const headers = { Location: `https://${strayCredentialsHost}${credentialsPath}` };
        return { status: 302, headers, type: 'text/plain', body: '' };
      }
      case 'wrong-type':
        return {
          status: 200,
          type: 'text/html; charset=utf-8',
          body: '<!doctype html><title>Sign in</title><p>Sign in to go on.</p>',
        };
      case 'mislabelled':
        return { ...jsonReply(this.#triple(request)), type: 'text/plain' };
      case 'too-large':
        return jsonReply({ ...this.#triple(request), Padding: ' '.repeat(2_000_000) });
      case 'server-error':
        return jsonReply({ Code: 'InternalError' }, 500);
      case 'refused':
        return jsonReply({ Code: 'RoleNotFound', Message: 'There is no such role.' });
      case 'drop':
        return undefined;
      default:
        return jsonReply(this.#triple(request));
    }
  }

  #triple(request: CredentialsRequest, lifetime?: number): Record<string, unknown> {
    const world = this.#options.world();
    const key = world.mint(world.accounts[0], {
      lifetime: lifetime ?? this.#options.settings.values.credentialsLifetime,
    });
    request.accessKeyId = key.accessKeyId;
    const { accessKeyId, accessKeySecret, securityToken, expiration } = describeKey(key);
    return {
      Code: 'Success',
      AccessKeyId: accessKeyId,
      AccessKeySecret: accessKeySecret,
      SecurityToken: securityToken,
      Expiration: expiration,
    };
  }
}

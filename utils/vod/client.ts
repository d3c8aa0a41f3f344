import { readAnswer, type VodAnswer } from './answer.ts';
import { type Credentials, credentialFault } from './credentials.ts';
import { type DescribedRequest, describeRequest } from './describe.ts';
import { type RawError, vodError } from './errors.ts';
import { VodInputError } from './input.ts';
import { type Operation, VERSION } from './operations/operation.ts';
import { hiddenTexts } from './redact.ts';
import { sign, type UnsignedRequest } from './sign.ts';
import { ABORTED, exchange } from './transport.ts';

export type { VodAnswer } from './answer.ts';
export type { DescribedRequest } from './describe.ts';

// The browser stops a worker whose fetch takes 30 s: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
const TIMEOUT_MS = 20_000;

/** Calls one endpoint of VOD. */
export interface VodClient {
  /**
   * Makes one try of one call. The caller does retries and pacing.
   * @param signal Aborts the call.
   * @returns The value, or the error as a value.
   * @throws Only what the `credentials` option throws.
   */
  call<T>(operation: Operation<T>, signal?: AbortSignal): Promise<VodAnswer<T>>;
  /** How far VOD's clock is ahead of this machine's, by the last response; 0 before the first. */
  readonly clockOffsetMs: number;
  /**
   * Sends nothing.
   * @param credentials Without them, the key id is left out too.
   * @returns The request that a call would send.
   */
  describe(operation: Operation<unknown>, credentials?: Credentials): DescribedRequest;
}

/** The options of a client; all except the first two have defaults. */
export interface VodClientOptions {
  /** The host of the region's endpoint, see `endpointOf`. */
  readonly endpoint: string;
  /** Called before every call, so that a renewed token is used at once. */
  readonly credentials: () => Promise<Credentials> | Credentials;
  readonly fetch?: typeof fetch;
  /** This machine's clock, in milliseconds. */
  readonly now?: () => number;
  readonly nonce?: () => string;
  /** How long a call may take, with reading the answer; 20 s by default. */
  readonly timeoutMs?: number;
}

/**
 * Makes a client of one endpoint.
 * @throws VodInputError when the endpoint is not a host.
 */
export function createVodClient(options: VodClientOptions): VodClient {
  const { endpoint, credentials, timeoutMs = TIMEOUT_MS } = options;
  if (!/^[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/.test(endpoint)) {
    throw new VodInputError({ code: 'endpoint-malformed' });
  }
  const now = options.now ?? Date.now;
  const nonce = options.nonce ?? (() => crypto.randomUUID());
  // Called as a method of the global object, because browsers refuse a detached fetch.
  const send: typeof fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  let clockOffsetMs = 0;

  const request = (operation: Operation<unknown>): UnsignedRequest => ({
    host: endpoint,
    action: operation.action,
    version: VERSION,
    parameters: operation.parameters,
    date: new Date(now() + clockOffsetMs).toISOString().replace(/\.\d+Z$/, 'Z'),
    nonce: nonce(),
  });

  return {
    get clockOffsetMs() {
      return clockOffsetMs;
    },

    describe(operation, shown) {
      return describeRequest(request(operation), shown);
    },

    async call(operation, signal) {
      if (signal?.aborted) return failure({ ...ABORTED, reached: 'no' });
      const signer = await credentials();
      if (signal?.aborted) return failure({ ...ABORTED, reached: 'no' });
      const fault = credentialFault(signer);
      if (fault !== undefined) return failure({ ...fault, reached: 'no' });

      const unsigned = request(operation);
      const signed = sign(unsigned, signer);
      const hidden = hiddenTexts(unsigned, signed, signer);
      const onHeaders = (headers: Headers) => {
        clockOffsetMs = offsetOf(headers, now()) ?? clockOffsetMs;
      };
      const sent = await exchange(send, signed, { timeoutMs, signal, onHeaders });
      return sent.ok ? readAnswer(operation, sent.answer, hidden) : failure(sent.loss, hidden);
    },
  };
}

function failure(raw: RawError, hidden: readonly string[] = []): VodAnswer<never> {
  return { ok: false, error: vodError(raw, hidden) };
}

function offsetOf(headers: Headers, now: number): number | undefined {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? undefined : time - now;
}

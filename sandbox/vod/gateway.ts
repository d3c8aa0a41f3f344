import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { regionOfVodHost } from '../data/hosts.ts';
import { isAllowed } from '../data/keys.ts';
import type { World } from '../data/world.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import { type Handler, send } from '../http.ts';
import type { Refreshes } from '../refreshes.ts';
import type { SettingsBoard } from '../settings.ts';
import { type Answer, corsHeaders, errorAnswer, writeAnswer } from './answers.ts';
import { authenticate, type Caller } from './authenticate.ts';
import type { RecordedCall } from './calls.ts';
import { invalidParameter, VodError } from './errors.ts';
import { Nonces, Rate } from './limits.ts';
import type { Operation } from './operations/operation.ts';
import { operations } from './operations.ts';
import { readVodRequest, type VodRequest } from './request.ts';

export interface GatewayOptions {
  readonly world: () => World;
  readonly faults: Switchboard;
  readonly settings: SettingsBoard;
  readonly refreshes: Refreshes;
  /** Milliseconds that an answer takes. */
  readonly latency: number;
  /** How many calls an account may make per second. */
  readonly callsPerSecond: number;
}

const version = '2017-03-21';

/** Parameters that belong to every operation. */
const commonParameters = ['Action', 'Version', 'Format', 'RegionId'];

/** The VOD endpoints of all regions. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #nonces = new Nonces();
  readonly #rate: Rate;
  readonly #calls: RecordedCall[] = [];

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#rate = new Rate(options.callsPerSecond);
  }

  /** Every request since the start or the last `clearCalls`, in order of arrival. */
  get calls(): readonly RecordedCall[] {
    return this.#calls;
  }

  clearCalls(): void {
    this.#calls.length = 0;
  }

  /** Forgets calls, nonces and rates. */
  reset(): void {
    this.clearCalls();
    this.#nonces.clear();
    this.#rate.clear();
  }

  readonly handler: Handler = async (incoming, response) => {
    if (incoming.method === 'OPTIONS') {
      send(response, { status: 200, type: 'text/plain', headers: corsHeaders, body: '' });
      return;
    }
    const request = await readVodRequest(incoming);
    const call = this.#record(request);
    const struck = {
      action: request.action,
      nonce: request.nonce,
      withToken: request.headers['x-acs-security-token'] !== undefined,
    };
    const { faults, latency } = this.#options;
    if (faults.dropsArrival(struck)) {
      drop(response);
      return;
    }
    const answer = await this.#answer(request, call, async () => {
      await wait(faults.delay(struck) + latency);
      return faults.answerInstead(struck);
    });
    const reply = writeAnswer(answer, {
      action: request.action,
      requestId: call.requestId,
      host: request.host,
      date: this.#now(),
      format: request.format,
    });
    call.status = reply.status;
    call.code = answer.code;
    call.body = reply.body.toString();
    if (faults.dropsAnswer(struck)) {
      drop(response);
      return;
    }
    call.answered = true;
    send(response, reply);
  };

  #record(request: VodRequest): RecordedCall {
    const call: RecordedCall = {
      at: Date.now(),
      host: request.host,
      method: request.method,
      action: request.action,
      parameters: request.parameters,
      headers: request.headers,
      accessKeyId: request.authorization?.accessKeyId,
      nonce: request.nonce,
      requestId: randomUUID().toUpperCase(),
      signatureValid: false,
      status: 0,
      code: undefined,
      answered: false,
      body: '',
    };
    this.#calls.push(call);
    return call;
  }

  async #answer(
    request: VodRequest,
    call: RecordedCall,
    beforeWork: () => Promise<Answer | undefined>,
  ): Promise<Answer> {
    try {
      const { world, faults, settings, refreshes } = this.#options;
      if (request.method !== 'POST' && request.method !== 'GET') {
        throw new VodError('UnsupportedHTTPMethod');
      }
      const caller = authenticate(request, world(), this.#nonces, this.#now());
      call.signatureValid = true;
      const operation = operationOf(request);
      if (!this.#rate.take(caller.account.name, Date.now())) throw new VodError('Throttling.User');
      const spoilt = await beforeWork();
      if (spoilt) return spoilt;
      checkPermission(caller, operation);
      checkParameters(request, operation);
      const here = regionOfVodHost(request.host) === caller.account.region;
      const fields = operation.run({
        parameters: request.parameters,
        world: world(),
        account: here ? caller.account : undefined,
        caller: caller.account,
        mixedBatch: faults.mixedBatch,
        takesSnapshots: faults.takesSnapshots,
        settings: settings.values,
        refreshes,
      });
      return { status: 200, fields };
    } catch (error) {
      if (error instanceof VodError) return errorAnswer(error);
      console.error('sandbox:', error);
      return errorAnswer(new VodError('InternalError'));
    }
  }

  #now(): number {
    return Date.now() + this.#options.faults.clockOffset;
  }
}

function operationOf({ action, version: given, host }: VodRequest): Operation {
  if (action === '') throw new VodError('MissingAction');
  if (given === '') throw new VodError('MissingVersion');
  if (given !== version) throw new VodError('NoSuchVersion');
  const operation = operations.find(({ name }) => name === action);
  const region = regionOfVodHost(host);
  if (!operation || (operation.onlyIn ?? region) !== region) {
    throw new VodError('InvalidApi.NotFound');
  }
  return operation;
}

function checkPermission({ key }: Caller, { name }: Operation): void {
  if (isAllowed(key, `vod:${name}`)) return;
  throw new VodError(key.denial, `User not authorized to operate on the action: vod:${name}.`);
}

function checkParameters({ parameters, repeated }: VodRequest, operation: Operation): void {
  const [twice] = repeated;
  if (twice !== undefined) throw invalidParameter(twice, 'is given more than once');
  for (const name of Object.keys(parameters)) {
    if (!operation.parameters.includes(name) && !commonParameters.includes(name)) {
      throw invalidParameter(name, `does not belong to ${operation.name}`);
    }
  }
}

function drop(response: ServerResponse): void {
  response.socket?.destroy();
}

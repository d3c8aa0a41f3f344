import { World } from '../../sandbox/data/world.ts';
import type { MixedBatch } from '../../sandbox/faults/fault.ts';
import { type Answer, errorAnswer, writeAnswer } from '../../sandbox/vod/answers.ts';
import { type ErrorCode, VodError } from '../../sandbox/vod/errors.ts';
import { operation as deleteImage } from '../../sandbox/vod/operations/delete-image.ts';
import { operation as getImageInfos } from '../../sandbox/vod/operations/get-image-infos.ts';
import type { OperationCall } from '../../sandbox/vod/operations/operation.ts';

/** What can happen to a call that has left the browser. */
export const FATES = [
  'answered',
  /** VOD acts, and its answer is lost. */
  'lost',
  /** It does not reach VOD. */
  'dropped',
  'throttled',
  'busy',
  'refused',
  /** An HTML page with status 200, as a captive portal sends. */
  'portal',
  /** VOD acts, and then answers with an internal error. */
  'failing',
  /** VOD acts, but the browser repeats the request, and VOD refuses the repeat. */
  'resent',
] as const;

export type Fate = (typeof FATES)[number];

/** What happens to calls when they arrive: they wait, or all have the same fate. */
export type Mood = 'holds' | Fate;

/** A call as VOD sees it. */
export interface Call {
  readonly action: string;
  /** The addresses, ids or VideoId in it. */
  readonly names: readonly string[];
  readonly by: string;
  readonly url: string;
  readonly requestId: string;
}

/** What an answer says: done, surely not done, or neither. */
export type Said = 'done' | 'not-done' | 'neither';

/** Fates with an answer that does not tell whether VOD acted. */
const SAY_NOTHING: ReadonlySet<Fate> = new Set(['busy', 'failing', 'resent']);

/** Receives what happens at VOD, in order. */
export interface Watcher {
  arrived(call: Call): void;
  /** VOD removed these items of the call. */
  removed(call: Call, names: readonly string[]): void;
  /** VOD sends the answer. */
  answers(call: Call, says: Said): void;
}

interface Held {
  readonly call: Call;
  readonly parameters: Readonly<Record<string, string>>;
  readonly answer: (text: string, init?: ResponseInit) => void;
  readonly lose: () => void;
}

/** VOD without a network: the sandbox's data and operations. Calls wait until they get a fate. */
export class HeldVod {
  readonly world = new World({ seed: 1, images: 150, videos: 5, now: Date.now() });
  mood: Mood = 'holds';
  mixedBatch: MixedBatch = 'refuse-all';
  mayAsk = true;
  readonly #watcher: Watcher;
  readonly #held: Held[] = [];
  #count = 0;

  constructor(watcher: Watcher) {
    this.#watcher = watcher;
  }

  get account() {
    return this.world.accounts[0];
  }

  /** How many calls wait, including those of a dead worker. */
  get waiting(): number {
    return this.#held.length;
  }

  readonly fetch = (input: string, { headers, signal }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const lose = () => reject(new TypeError('lost'));
      signal?.addEventListener('abort', lose);
      const parameters = Object.fromEntries(new URL(input).searchParams);
      const action = new Headers(headers).get('x-acs-action') ?? '';
      const call = this.#callOf(action, input, parameters);
      this.#watcher.arrived(call);
      const answer: Held['answer'] = (text, init) => resolve(new Response(text, init));
      this.#held.push({ call, parameters, answer, lose });
      if (this.mood !== 'holds') this.fulfil(this.#held.length - 1, this.mood);
    });

  /** Ends a waiting call with a fate; does nothing if there is none at this place. */
  fulfil(place: number, fate: Fate): void {
    const [held] = this.#held.splice(place, 1);
    if (held === undefined) return;
    const answer = fate === 'dropped' || fate === 'portal' ? undefined : this.#act(held, fate);
    if (fate === 'portal') held.answer('<html><body>Sign in</body></html>');
    else if (fate === 'lost' || answer === undefined) held.lose();
    else this.#answer(held, answer, SAY_NOTHING.has(fate));
  }

  /** Answers every waiting call. */
  answerAll(): void {
    while (this.#held.length > 0) this.fulfil(0, 'answered');
  }

  /** The worker died: nobody receives the answers, but the calls still reach VOD. */
  orphan(): void {
    for (const { lose } of this.#held) lose();
  }

  /** @returns Whether VOD has what a target names; for a video, any of its images. */
  has(name: string): boolean {
    if (name.includes('://')) return this.world.exists(name);
    const image = this.account.images.find(({ imageId }) => imageId === name);
    const video = this.account.videos.find(({ videoId }) => videoId === name);
    // A WebVTT track is no image, and is not deleted.
    const snapshots = video?.snapshots.filter(({ kind }) => kind !== 'WebVttSnapshot') ?? [];
    const paths = [image, ...snapshots].flatMap((one) => one?.path ?? []);
    return paths.some((path) => this.world.get(this.account, path) !== undefined);
  }

  /** A colleague deletes an image, named by its address or id. */
  remove(name: string): void {
    const path =
      this.account.images.find(({ imageId }) => imageId === name)?.path ?? new URL(name).pathname;
    this.world.remove(this.account, path);
  }

  #callOf(action: string, url: string, parameters: Readonly<Record<string, string>>): Call {
    const { ImageURLs, ImageIds, VideoId, DeleteImageType = '' } = parameters;
    const list = ImageURLs ?? ImageIds ?? VideoId ?? '';
    this.#count += 1;
    return {
      action,
      names: list
        .split(',')
        .map((name) => (name.includes('://') ? name : decodeURIComponent(name))),
      by: DeleteImageType,
      url,
      requestId: `R-${this.#count}`,
    };
  }

  #answer({ call, answer }: Held, given: Answer, saysNothing: boolean): void {
    const said = given.code === undefined ? 'done' : 'not-done';
    this.#watcher.answers(call, saysNothing ? 'neither' : said);
    const { action, requestId } = call;
    const frame = { action, requestId, host: '', date: Date.now(), format: 'json' } as const;
    const { status, headers, body } = writeAnswer(given, frame);
    answer(body.toString(), { status, headers: { ...headers } });
  }

  #act({ call, parameters }: Held, fate: Fate): Answer {
    if (fate === 'throttled') return refusal('Throttling.User');
    if (fate === 'busy') return refusal('ServiceUnAvailable');
    if (fate === 'refused') return refusal('Forbidden');
    const there = call.names.filter((name) => this.has(name));
    const answer = this.#outcomeOf(call, parameters);
    this.#watcher.removed(
      call,
      there.filter((name) => !this.has(name)),
    );
    if (fate === 'failing') return refusal('InternalError');
    return fate === 'resent' ? refusal('SignatureNonceUsed') : answer;
  }

  #outcomeOf(call: Call, parameters: Readonly<Record<string, string>>): Answer {
    try {
      return { status: 200, fields: this.#run(call, parameters) };
    } catch (error) {
      if (error instanceof VodError) return errorAnswer(error);
      throw error;
    }
  }

  #run({ action, names }: Call, given: Readonly<Record<string, string>>): Answer['fields'] {
    const { world, account, mixedBatch } = this;
    const call = {
      parameters: given,
      world,
      account,
      caller: account,
      mixedBatch,
    } as OperationCall;
    if (action === 'GetImageInfos') {
      if (!this.mayAsk) throw new VodError('Forbidden.RAM');
      return getImageInfos.run(call);
    }
    if (names.some(isOdd)) throw new VodError('InvalidParameter');
    return deleteImage.run(call);
  }
}

/** @returns An address that makes VOD refuse the whole call. */
export const oddAddress = (number: number): string =>
  `https://${ODD_HOST}/image/default/${number.toString(16).toUpperCase().padStart(32, 'F')}-6-2.png`;

/** A domain that is set as an own domain of the account but that VOD does not know. */
export const ODD_HOST = 'odd.acme.example';

/** @returns Whether VOD rejects this address. */
export function isOdd(name: string): boolean {
  return name.startsWith(`https://${ODD_HOST}/`);
}

function refusal(code: ErrorCode): Answer {
  return errorAnswer(new VodError(code));
}

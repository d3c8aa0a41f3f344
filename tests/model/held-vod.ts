import { World } from '../../sandbox/data/world.ts';
import type { MixedBatch } from '../../sandbox/faults/fault.ts';
import { type Answer, errorAnswer, writeAnswer } from '../../sandbox/vod/answers.ts';
import { type ErrorCode, VodError } from '../../sandbox/vod/errors.ts';
import { operation as deleteImage } from '../../sandbox/vod/operations/delete-image.ts';
import { operation as getImageInfos } from '../../sandbox/vod/operations/get-image-infos.ts';
import type { OperationCall } from '../../sandbox/vod/operations/operation.ts';

/** What becomes of a call that has left the browser. */
export const FATES = [
  'answered',
  /** VOD acts, and its answer is lost. */
  'lost',
  /** It does not come to VOD. */
  'dropped',
  'throttled',
  'busy',
  'refused',
  /** A page of HTML with 200, as a portal on the way gives. */
  'portal',
  /** VOD acts, and fails on the way out. */
  'failing',
  /** VOD acts, and is sent the same bytes again by the browser, which it refuses. */
  'resent',
] as const;

export type Fate = (typeof FATES)[number];

/** What becomes of calls as they arrive: they are held, or all meet the same. */
export type Mood = 'holds' | Fate;

/** A call as VOD sees it. */
export interface Call {
  readonly action: string;
  /** Addresses, ids or the VideoId that it names. */
  readonly names: readonly string[];
  readonly by: string;
  readonly url: string;
  readonly requestId: string;
}

/** What an answer says: carried out, or clearly not, or neither. */
export type Said = 'done' | 'not-done' | 'neither';

/** Answers by which nobody can tell whether VOD acted. */
const SAY_NOTHING: ReadonlySet<Fate> = new Set(['busy', 'failing', 'resent']);

/** Told what happens at VOD, in the order in which it happens. */
export interface Watcher {
  arrived(call: Call): void;
  /** VOD removed these of what the call names. */
  removed(call: Call, names: readonly string[]): void;
  /** The answer leaves. */
  answers(call: Call, says: Said): void;
}

interface Held {
  readonly call: Call;
  readonly parameters: Readonly<Record<string, string>>;
  readonly answer: (text: string, init?: ResponseInit) => void;
  readonly lose: () => void;
}

/** VOD without a network: the sandbox's data and operations, and calls that wait for their fate. */
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

  /** Calls that wait, those among them that nobody waits for any more. */
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

  /** Lets a waiting call meet its fate; does nothing if there is none at that place. */
  fulfil(place: number, fate: Fate): void {
    const [held] = this.#held.splice(place, 1);
    if (held === undefined) return;
    const answer = fate === 'dropped' || fate === 'portal' ? undefined : this.#act(held, fate);
    if (fate === 'portal') held.answer('<html><body>Sign in</body></html>');
    else if (fate === 'lost' || answer === undefined) held.lose();
    else this.#answer(held, answer, SAY_NOTHING.has(fate));
  }

  /** Every waiting call is answered. */
  answerAll(): void {
    while (this.#held.length > 0) this.fulfil(0, 'answered');
  }

  /** The worker died: nobody waits for the answers, but the calls are on their way all the same. */
  orphan(): void {
    for (const { lose } of this.#held) lose();
  }

  /** Whether VOD has what a target names; of a video, any of its images. */
  has(name: string): boolean {
    if (name.includes('://')) return this.world.exists(name);
    const image = this.account.images.find(({ imageId }) => imageId === name);
    const video = this.account.videos.find(({ videoId }) => videoId === name);
    // A WebVTT track is no image and stays.
    const snapshots = video?.snapshots.filter(({ kind }) => kind !== 'WebVttSnapshot') ?? [];
    const paths = [image, ...snapshots].flatMap((one) => one?.path ?? []);
    return paths.some((path) => this.world.get(this.account, path) !== undefined);
  }

  /** A colleague deletes an image of an address or id. */
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

/** An address that VOD does not understand, whatever else its call names. */
export const oddAddress = (number: number): string =>
  `https://${ODD_HOST}/image/default/${number.toString(16).toUpperCase().padStart(32, 'F')}-6-2.png`;

/** A domain that the account calls its own and VOD does not know. */
export const ODD_HOST = 'odd.acme.example';

/** Whether VOD does not understand an address. */
export function isOdd(name: string): boolean {
  return name.startsWith(`https://${ODD_HOST}/`);
}

function refusal(code: ErrorCode): Answer {
  return errorAnswer(new VodError(code));
}

import { draws } from '../data/seeded.ts';
import type { Answer } from '../vod/answers.ts';
import type { CredentialsTrouble } from './credentials-trouble.ts';

/** The options that a fault can have. */
export type FaultOptions = Readonly<Record<string, number | string | boolean>>;

/** How a DeleteImage call ends when some of its items exist and some do not. */
export type MixedBatch = 'refuse-all' | 'delete-then-404' | 'ignore-missing';

/** What a fault knows about a call. */
export interface FaultCall {
  readonly action: string;
  readonly nonce: string;
  readonly withToken: boolean;
}

/** What goes wrong with a request for credentials. */
export interface SpoiltCredentials {
  readonly trouble: CredentialsTrouble;
  /** Milliseconds that `slow` waits. */
  readonly delay: number;
}

/** Where a fault can act. Each hook is called at most once per call, in this order. */
export interface FaultHooks {
  /** Milliseconds that the gateway's clock is ahead. */
  readonly clockOffset?: number;
  readonly mixedBatch?: MixedBatch;
  /** DeleteImage also deletes snapshots of videos by address. */
  readonly takesSnapshots?: boolean;
  /** On arrival, before anything is checked: true drops the connection. */
  dropArrival?(call: FaultCall): boolean;
  /** Milliseconds to wait before the work. */
  delay?(call: FaultCall): number;
  /** After the signature was accepted, before the work: an answer to send instead. */
  answerInstead?(call: FaultCall): Answer | undefined;
  /** After the work: true drops the connection instead of answering. */
  dropAnswer?(call: FaultCall): boolean;
  /** Before the credentials URI answers; this is not a VOD call. */
  credentials?(): SpoiltCredentials | undefined;
}

/** One kind of misbehaviour. */
export interface Fault<Options extends FaultOptions> {
  readonly doc: string;
  /** All options with their defaults. */
  readonly defaults: Options;
  /** Starts the fault; counters begin again. */
  start(options: Options): FaultHooks;
}

/** The options of a fault that affects a number of calls. */
export type Counted = {
  /** How many calls it affects; 0: every call until it is cleared. */
  readonly times: number;
  /** The only action it affects; empty: every action. */
  readonly action: string;
  /** The share of calls it affects, 0 to 1; always the same ones each time it is set. */
  readonly chance: number;
};

/** The options of a fault that closes connections. */
export type Dropping = Counted & {
  /**
   * Browsers repeat a request, byte for byte, when a connection that they used before closes.
   * False: the repeated request is dropped too, and the caller sees an error. True: it passes, and
   * the caller sees its answer; if the work was done, that is SignatureNonceUsed.
   */
  readonly resends: boolean;
};

/** @returns A function that tells whether a call is affected, and counts those that are. */
export function counter({ times, action, chance }: Counted): (call: FaultCall) => boolean {
  let left = times === 0 ? Number.POSITIVE_INFINITY : times;
  const draw = draws(1);
  return (call) => {
    if (left <= 0 || (action !== '' && action !== call.action)) return false;
    if (chance < 1 && draw() >= chance) return false;
    left -= 1;
    return true;
  };
}

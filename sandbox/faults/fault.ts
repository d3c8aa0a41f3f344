import { draws } from '../data/seeded.ts';
import type { Answer } from '../vod/answers.ts';
import type { CredentialsTrouble } from './credentials.ts';

/** The values a fault can be set with. */
export type FaultOptions = Readonly<Record<string, number | string | boolean>>;

/** How a DeleteImage call ends when some of its items exist and some do not. */
export type MixedBatch = 'refuse-all' | 'delete-then-404' | 'ignore-missing';

/** What a fault knows of the call it may spoil. */
export interface FaultCall {
  readonly action: string;
  readonly nonce: string;
  readonly withToken: boolean;
}

/** How a request for credentials is spoilt. */
export interface SpoiltCredentials {
  readonly trouble: CredentialsTrouble;
  /** Milliseconds that `slow` waits. */
  readonly delay: number;
}

/** Where a fault can step in. Each hook is asked once a call, in this order. */
export interface FaultHooks {
  /** Milliseconds that the gateway's clock is ahead. */
  readonly clockOffset?: number;
  readonly mixedBatch?: MixedBatch;
  /** DeleteImage takes snapshots of videos by address. */
  readonly takesSnapshots?: boolean;
  /** On arrival, before anything is checked: true drops the connection. */
  dropArrival?(call: FaultCall): boolean;
  /** Milliseconds to wait before the work. */
  delay?(call: FaultCall): number;
  /** After the signature was found right, before the work: an answer in its place. */
  answerInstead?(call: FaultCall): Answer | undefined;
  /** After the work: true drops the connection instead of answering. */
  dropAnswer?(call: FaultCall): boolean;
  /** Before the credentials URI answers, which is no call of VOD. */
  credentials?(): SpoiltCredentials | undefined;
}

/** One way of misbehaving. */
export interface Fault<Options extends FaultOptions> {
  readonly doc: string;
  /** All options with the values they have when they are left out. */
  readonly defaults: Options;
  /** Begins to misbehave; counters start anew. */
  start(options: Options): FaultHooks;
}

/** The options of a fault that strikes a number of times. */
export type Counted = {
  /** How many calls it strikes; 0 is every call until it is cleared. */
  readonly times: number;
  /** The only action it strikes; empty is every action. */
  readonly action: string;
  /** The share of calls it strikes, 0 to 1; which ones is the same each time it is set. */
  readonly chance: number;
};

/** The options of a fault that closes connections. */
export type Dropping = Counted & {
  /**
   * Browsers send a request again, byte for byte, when a connection they had used before closes.
   * False closes on that too, so that the caller sees an error; true lets it through, so that the
   * caller sees its answer, which after the work is SignatureNonceUsed.
   */
  readonly resends: boolean;
};

/** Whether a call is struck; counts those that are. */
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

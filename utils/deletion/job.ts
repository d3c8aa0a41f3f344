import type { VodAnswer, VodClient } from '../vod/client.ts';
import { mayHaveActed, retryOf, type VodError, type VodErrorKind } from '../vod/errors.ts';
import {
  deleteImageById,
  deleteImageByUrl,
  deleteImagesOfVideo,
} from '../vod/operations/delete-image.ts';
import type { Operation } from '../vod/operations/operation.ts';
import type { Answered, Journal, SendRecord } from './journal.ts';
import {
  type Outcome,
  type Reason,
  type ReasonKind,
  reasonOf,
  type TargetOutcome,
} from './outcome.ts';
import { type Pace, sleep as realSleep, type Sleep } from './pace.ts';
import type { Plan } from './plan.ts';
import type { Target } from './target.ts';

/** Calls of one job that may be under way at once. */
const LANES = 6;

/** Tries of a call that fails for a passing reason, the first included. */
const TRIES = 5;

/** Throttling is the account's state, not the call's fault, so it is waited out for longer. */
const THROTTLED_TRIES = 40;

const FIRST_BACKOFF_MS = 500;

/** Refusals that every other call of the account would meet too. */
const ACCOUNT_WIDE: ReadonlySet<VodErrorKind> = new Set([
  'clock',
  'key-unknown',
  'key-disabled',
  'signature',
  'token-expired',
  'token-invalid',
  'forbidden',
  'not-opened',
  'overdue',
  'wrong-endpoint',
]);

/** Errors that may be one item's fault, so that the others of its call are tried without it. */
const ONE_ITEM: ReadonlySet<ReasonKind> = new Set(['not-found', 'bad-parameter', 'not-own-domain']);

/**
 * By what a target may be gone already: a call whose answer was lost, or one of several that VOD
 * refused for one of them, of which it is not documented whether the others were deleted.
 */
type Perhaps = 'lost-answer' | 'earlier-try';

const GONE_AFTER: Readonly<Record<Perhaps, ReasonKind>> = {
  'lost-answer': 'gone-after-lost-answer',
  'earlier-try': 'gone-after-earlier-try',
};

export interface JobTools {
  readonly client: VodClient;
  readonly journal: Journal;
  readonly pace: Pace;
  /** Ends new sends; what is under way is still answered. */
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
}

/**
 * Carries out a plan to its end: every target has an outcome in the journal when it resolves.
 * Picks up where an earlier worker left off: settled targets are not sent again, and those of a
 * send that is open are sent again as perhaps gone.
 * @returns the account-wide refusal that ended it early, if one did.
 */
export async function runJob(plan: Plan, tools: JobTools): Promise<Reason | undefined> {
  const { journal } = tools;
  const settled = new Set((await journal.outcomes(plan.id)).map((one) => one.target));
  const perhapsGone = perhapsGoneAfter(await journal.sends(plan.id));
  const halt = new AbortController();
  const signal = AbortSignal.any([tools.signal, halt.signal]);
  let halted: Reason | undefined;
  const run = new Run(plan, { ...tools, signal }, (reason) => {
    halted ??= reason;
    halt.abort();
  });

  const queue = plan.calls
    .map((call) => call.filter((target) => !settled.has(target)))
    .filter((call) => call.length > 0)
    .map((call) => ({ call, perhaps: firstOf(call, perhapsGone) }));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await run.carryOut(next.call, next.perhaps);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  return halted;
}

/** Targets of sends that may have been carried out although no answer said so. */
function perhapsGoneAfter(sends: readonly SendRecord[]): Map<number, Perhaps> {
  const gone = new Map<number, Perhaps>();
  for (const { answeredAt, mayHaveActed, reason, targets } of sends) {
    if (answeredAt !== undefined && mayHaveActed !== true) continue;
    const by = reason !== undefined && ONE_ITEM.has(reason.kind) ? 'earlier-try' : 'lost-answer';
    for (const target of targets) if (gone.get(target) !== 'lost-answer') gone.set(target, by);
  }
  return gone;
}

function firstOf(call: readonly number[], gone: ReadonlyMap<number, Perhaps>): Perhaps | undefined {
  return call.map((target) => gone.get(target)).find((one) => one !== undefined);
}

type Settlement = Omit<TargetOutcome, 'jobId' | 'at'>;

class Run {
  readonly #plan: Plan;
  readonly #tools: JobTools;
  readonly #halt: (reason: Reason) => void;
  readonly #sleep: Sleep;

  constructor(plan: Plan, tools: JobTools, halt: (reason: Reason) => void) {
    this.#plan = plan;
    this.#tools = tools;
    this.#halt = halt;
    this.#sleep = tools.sleep ?? realSleep;
  }

  /**
   * Sends one call until it is settled. `perhaps`: an earlier try may have deleted its targets, so
   * that a missing one says "gone", and giving up says "unknown".
   */
  async carryOut(targets: readonly number[], perhaps?: Perhaps): Promise<void> {
    let gone = perhaps;
    let tries = 0;
    let throttled = 0;
    for (;;) {
      await this.#tools.pace.turn(this.#tools.signal);
      if (this.#tools.signal.aborted) return this.#giveUp(targets, gone);

      const [send, answer] = await this.#send(targets);
      if (answer.ok) return this.#close(send, answer, all(targets, 'deleted', answer.requestId));

      const { error } = answer;
      if (ONE_ITEM.has(error.kind)) {
        this.#tools.pace.succeeded();
        if (targets.length > 1) return this.#halve(send, targets, gone, error);
        return this.#close(send, answer, alone(targets, error, gone));
      }
      if (error.kind === 'throttled' && ++throttled < THROTTLED_TRIES) {
        this.#tools.pace.throttled(error.retryAfterMs);
        await this.#close(send, answer, []);
        continue;
      }
      if (mayHaveActed(error)) gone = 'lost-answer';
      if ((retryOf(error) !== 'never' || error.kind === 'unreadable') && ++tries < TRIES) {
        await this.#close(send, answer, []);
        await this.#sleep(backoff(tries, error), this.#tools.signal);
        continue;
      }
      const reason = reasonOf(error);
      if (ACCOUNT_WIDE.has(error.kind)) this.#halt(reason);
      const outcome: Outcome = gone === undefined ? 'failed' : 'unknown';
      return this.#close(send, answer, all(targets, outcome, error.requestId, reason));
    }
  }

  /** Makes one try of a call: writes it down, sends it, and gives the answer with the open send. */
  async #send(targets: readonly number[]): Promise<[send: number, answer: VodAnswer<void>]> {
    const { client, journal } = this.#tools;
    const send = await journal.sending(this.#plan.id, targets);
    try {
      return [send, await client.call(operationOf(this.#plan, targets))];
    } catch (error) {
      // There is no key to sign with: the call never left.
      await journal.answered(this.#plan.id, send, { outcomes: [] });
      throw error;
    }
  }

  /** Leaves what was never sent as stopped, and what may have been carried out as unknown. */
  async #giveUp(targets: readonly number[], gone: Perhaps | undefined): Promise<void> {
    const notSent =
      this.#tools.signal.reason === 'person' ? 'stopped-by-person' : 'account-refused';
    const end =
      gone === undefined
        ? all(targets, 'stopped', undefined, { kind: notSent })
        : all(targets, 'unknown', undefined, { kind: 'not-confirmed' });
    await this.#tools.journal.settled(this.#plan.id, end);
  }

  /** One of several is missing or not understood: halves them until it is alone. */
  async #halve(
    send: number,
    targets: readonly number[],
    gone: Perhaps | undefined,
    error: VodError,
  ): Promise<void> {
    await this.#close(send, { ok: false, error }, [], true);
    const middle = Math.ceil(targets.length / 2);
    const perhaps = gone ?? 'earlier-try';
    await this.carryOut(targets.slice(0, middle), perhaps);
    await this.carryOut(targets.slice(middle), perhaps);
  }

  async #close(
    send: number,
    answer: VodAnswer<void>,
    outcomes: Settlement[],
    acted = !answer.ok && mayHaveActed(answer.error),
  ): Promise<void> {
    const { journal, pace } = this.#tools;
    if (answer.ok) pace.succeeded();
    const requestId = answer.ok ? answer.requestId : answer.error.requestId;
    const record: Answered = {
      outcomes,
      rate: Math.round(pace.rate * 10) / 10,
      ...(requestId === undefined ? {} : { requestId }),
      ...(answer.ok ? {} : { reason: reasonOf(answer.error) }),
      ...(acted ? { mayHaveActed: true } : {}),
    };
    await journal.answered(this.#plan.id, send, record);
  }
}

/** The call that deletes some targets of one kind; a plan's calls hold no others. */
export function operationOf(plan: Plan, indexes: readonly number[]): Operation<void> {
  const targets = indexes.map((index) => plan.targets[index]);
  const [first] = targets;
  if (first?.by === 'video') return deleteImagesOfVideo(first.videoId, first.types);
  if (first?.by === 'id') return deleteImageById(pick(targets, 'id').map((one) => one.imageId));
  return deleteImageByUrl(pick(targets, 'url').map((one) => one.address));
}

function pick<By extends Target['by']>(
  targets: readonly (Target | undefined)[],
  by: By,
): Extract<Target, { by: By }>[] {
  return targets.filter((one): one is Extract<Target, { by: By }> => one?.by === by);
}

function all(
  targets: readonly number[],
  outcome: Outcome,
  requestId?: string,
  reason?: Reason,
): Settlement[] {
  return targets.map((target) => ({
    target,
    outcome,
    ...(requestId === undefined ? {} : { requestId }),
    ...(reason === undefined ? {} : { reason }),
  }));
}

/** The end of a single target that VOD does not find or does not understand. */
function alone(
  targets: readonly number[],
  error: VodError,
  gone: Perhaps | undefined,
): Settlement[] {
  const reason = reasonOf(error);
  if (error.kind !== 'not-found') {
    return all(targets, gone === 'lost-answer' ? 'unknown' : 'failed', error.requestId, reason);
  }
  const kind = gone === undefined ? reason.kind : GONE_AFTER[gone];
  return all(targets, 'already-gone', error.requestId, { ...reason, kind });
}

/** An error's pause in milliseconds; a fresh nonce and time cure some at once. */
function backoff(tries: number, error: VodError): number {
  if (retryOf(error) === 'fresh') return 0;
  const ms = error.retryAfterMs ?? FIRST_BACKOFF_MS * 2 ** (tries - 1);
  return ms * (0.75 + Math.random() / 2);
}

import type { VodAnswer, VodClient } from '../vod/client.ts';
import { mayHaveActed, retryOf, type VodError, type VodErrorKind } from '../vod/errors.ts';
import {
  deleteImageById,
  deleteImageByUrl,
  deleteImagesOfVideo,
} from '../vod/operations/delete-image.ts';
import type { Operation } from '../vod/operations/operation.ts';
import type { Answered, Journal, SendRecord } from './journal.ts';
import { type Outcome, type Reason, reasonOf, type TargetOutcome } from './outcome.ts';
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
const ONE_ITEM: ReadonlySet<VodErrorKind> = new Set(['not-found', 'bad-parameter']);

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
  const lost = lostTargets(await journal.sends(plan.id));
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
    .map((call) => ({ call, mayBeGone: call.some((target) => lost.has(target)) }));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await run.carryOut(next.call, next.mayBeGone);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  return halted;
}

/** Targets of sends that may have been carried out although no answer said so. */
function lostTargets(sends: readonly SendRecord[]): Set<number> {
  const open = sends.filter((send) => send.answeredAt === undefined || send.mayHaveActed === true);
  return new Set(open.flatMap((send) => send.targets));
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
   * Sends one call until it is settled. `mayBeGone`: an earlier try may have deleted its targets,
   * so that a missing one says "gone", and giving up says "unknown".
   */
  async carryOut(targets: readonly number[], mayBeGone: boolean): Promise<void> {
    let gone = mayBeGone;
    let tries = 0;
    let throttled = 0;
    for (;;) {
      await this.#tools.pace.turn(this.#tools.signal);
      if (this.#tools.signal.aborted) return this.#giveUp(targets, gone);

      const send = await this.#tools.journal.sending(this.#plan.id, targets);
      const answer = await this.#tools.client.call(operationOf(this.#plan, targets));
      if (answer.ok) return this.#close(send, answer, all(targets, 'deleted', answer.requestId));

      const { error } = answer;
      const reason = reasonOf(error);
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
      gone ||= answerLost(error);
      if ((retryOf(error) !== 'never' || error.kind === 'unreadable') && ++tries < TRIES) {
        await this.#close(send, answer, []);
        await this.#sleep(backoff(tries, error), this.#tools.signal);
        continue;
      }
      if (ACCOUNT_WIDE.has(error.kind)) this.#halt(reason);
      const outcome: Outcome = gone ? 'unknown' : 'failed';
      return this.#close(send, answer, all(targets, outcome, error.requestId, reason));
    }
  }

  /** Leaves what was never sent as stopped, and what may have been carried out as unknown. */
  async #giveUp(targets: readonly number[], mayBeGone: boolean): Promise<void> {
    const kind = this.#tools.signal.reason === 'person' ? 'stopped-by-person' : 'account-refused';
    const outcome = mayBeGone ? 'unknown' : 'stopped';
    await this.#tools.journal.settled(
      this.#plan.id,
      all(targets, outcome, undefined, { kind: mayBeGone ? 'transport' : kind }),
    );
  }

  /** One of several is missing or not understood: halves them until it is alone. */
  async #halve(
    send: number,
    targets: readonly number[],
    gone: boolean,
    error: VodError,
  ): Promise<void> {
    await this.#close(send, { ok: false, error }, []);
    const middle = Math.ceil(targets.length / 2);
    await this.carryOut(targets.slice(0, middle), gone);
    await this.carryOut(targets.slice(middle), gone);
  }

  async #close(send: number, answer: VodAnswer<void>, outcomes: Settlement[]): Promise<void> {
    if (answer.ok) this.#tools.pace.succeeded();
    const requestId = answer.ok ? answer.requestId : answer.error.requestId;
    const record: Answered = {
      outcomes,
      ...(requestId === undefined ? {} : { requestId }),
      ...(answer.ok ? {} : { reason: reasonOf(answer.error) }),
      ...(answer.ok || !answerLost(answer.error) ? {} : { mayHaveActed: true }),
    };
    await this.#tools.journal.answered(this.#plan.id, send, record);
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
function alone(targets: readonly number[], error: VodError, mayBeGone: boolean): Settlement[] {
  if (error.kind !== 'not-found') {
    return all(targets, mayBeGone ? 'unknown' : 'failed', error.requestId, reasonOf(error));
  }
  const reason = mayBeGone
    ? { ...reasonOf(error), kind: 'gone-after-lost-answer' as const }
    : reasonOf(error);
  return all(targets, 'already-gone', error.requestId, reason);
}

/** Whether the call may have been carried out; a refusal with a code of its own says it was not. */
function answerLost(error: VodError): boolean {
  return error.kind !== 'unknown' && mayHaveActed(error);
}

/** An error's pause in milliseconds; a fresh nonce and time cure some at once. */
function backoff(tries: number, error: VodError): number {
  if (retryOf(error) === 'fresh') return 0;
  const ms = error.retryAfterMs ?? FIRST_BACKOFF_MS * 2 ** (tries - 1);
  return ms * (0.75 + Math.random() / 2);
}

import { sleep as realSleep, type Sleep } from '../async/sleep.ts';
import type { Plan } from '../plan/plan.ts';
import { reasonOf } from '../plan/reason.ts';
import { operationOf } from '../plan/requests.ts';
import type { VodAnswer } from '../vod/client.ts';
import { factsOf } from '../vod/error-codes.ts';
import { mayHaveActed, type VodError } from '../vod/errors.ts';
import type { Inquiry } from './inquiry.ts';
import type { Answered } from './job-record.ts';
import type { JobTools, Obstacle } from './job-tools.ts';
import type { Outcome } from './outcome.ts';
import { GONE_AFTER, isOneItems, type Perhaps } from './perhaps.ts';
import { backoff, isPassing, THROTTLED_TRIES, TRIES } from './retries.ts';
import { type Settlement, settleAll, settleAlone } from './settlement.ts';

export interface CallTools extends JobTools {
  readonly inquiry: Inquiry;
  /** Ends the run: nothing more is sent. Targets without an outcome are left to a later run. */
  readonly halt: (obstacle: Obstacle) => void;
}

/** A try of a call: its key in the journal, when it left (by the pace's clock), and its answer. */
interface Sent {
  readonly send: number;
  readonly sentAt: number;
  readonly answer: VodAnswer<void>;
}

/** Carries out the calls of one job. */
export class CallRun {
  readonly #plan: Plan;
  readonly #tools: CallTools;
  readonly #sleep: Sleep;
  /** How many answers of VOD came so far, to all calls. */
  #answers = 0;

  constructor(plan: Plan, tools: CallTools) {
    this.#plan = plan;
    this.#tools = tools;
    this.#sleep = tools.sleep ?? realSleep;
  }

  /**
   * Sends one call until all its targets have an outcome, or until the run is halted.
   * @param targets Positions in the plan's targets.
   * @param perhaps How an earlier try may have deleted the targets. Then a missing target is
   *   `already-gone`, and a target that is given up is `unknown`.
   * @param asked Whether VOD was asked about the targets just now.
   */
  async carryOut(targets: readonly number[], perhaps?: Perhaps, asked = false): Promise<void> {
    const tools = this.#tools;
    const answersBefore = this.#answers;
    let gone = perhaps;
    let going = targets;
    let tries = 0;
    let throttled = 0;
    // VOD can be asked about ids, which shows more than a second deletion.
    if (gone !== undefined && !asked && !tools.signal.aborted)
      going = await this.#withoutMissing(going, gone);
    while (going.length > 0) {
      const sent = tools.signal.aborted ? undefined : await this.#send(going);
      if (sent === undefined) return this.#giveUp(going, gone);

      const { send, sentAt, answer } = sent;
      if (answer.ok)
        return this.#close(send, answer, settleAll(going, 'deleted', answer.requestId));

      const { error } = answer;
      if (isOneItems(error.kind)) {
        tools.pace.succeeded();
        if (going.length === 1)
          return this.#close(send, answer, settleAlone(this.#plan, going, error, gone));
        await this.#close(send, answer, [], true);
        return this.#divide(going, gone ?? 'earlier-try');
      }
      if (error.kind === 'throttled' && ++throttled < THROTTLED_TRIES) {
        tools.pace.throttled(sentAt, error.retryAfterMs);
        await this.#close(send, answer, []);
        continue;
      }
      if (mayHaveActed(error)) {
        gone = 'lost-answer';
        tools.pace.cameThrough();
      }
      const again = error.kind !== 'throttled' && isPassing(error);
      if (again && ++tries < TRIES && !this.#isOffline(error)) {
        await this.#close(send, answer, []);
        await this.#sleep(backoff(tries, error), tools.signal);
        if (mayHaveActed(error)) going = await this.#withoutMissing(going, 'lost-answer');
        continue;
      }
      const pause = this.#obstacleOf(error, answersBefore);
      if (pause !== undefined) {
        await this.#close(send, answer, []);
        tools.halt({ pause, reason: reasonOf(error) });
        continue;
      }
      const outcome: Outcome = gone === undefined ? 'failed' : 'unknown';
      return this.#close(send, answer, settleAll(going, outcome, error.requestId, reasonOf(error)));
    }
  }

  /** @returns Why the whole run must pause after an error; `undefined` if only the call fails. */
  #obstacleOf(error: VodError, answersBefore: number): Obstacle['pause'] | undefined {
    const { refuses } = factsOf(error.kind);
    // Every other call of the job would get the same error: it opens the circuit breaker.
    if (refuses === 'account' || refuses === 'action') return 'refused';
    if (this.#isOffline(error)) return 'offline';
    if (this.#tools.final === true) return undefined;
    if (error.kind === 'throttled') return 'throttled';
    // If VOD answers other calls, the problem is this call alone.
    return refuses === 'way' && this.#answers === answersBefore ? 'unreachable' : undefined;
  }

  #isOffline({ kind }: VodError): boolean {
    return factsOf(kind).refuses === 'way' && this.#tools.online?.() === false;
  }

  /**
   * Makes one try of a call. It is written to the journal before it waits for its turn: the disk
   * takes many writes at once and is sometimes slow, and calls must not leave in bursts.
   * @returns The answer and the open send, or `undefined` when the run ended before the turn came.
   */
  async #send(targets: readonly number[]): Promise<Sent | undefined> {
    const { client, journal, pace, signal } = this.#tools;
    const send = await journal.sending(this.#plan.id, targets);
    const sentAt = await pace.turn(signal);
    if (signal.aborted) {
      await journal.answered(this.#plan.id, send, { outcomes: [] });
      return undefined;
    }
    try {
      return { send, sentAt, answer: await client.call(operationOf(this.#plan, targets)) };
    } catch (error) {
      // There is no key to sign with, so nothing was sent.
      await journal.answered(this.#plan.id, send, { outcomes: [] });
      throw error;
    }
  }

  /**
   * Ends targets that are not sent any more. After Stop, a target that was never sent is `stopped`,
   * and one that may have been deleted is `unknown`. After an obstacle all are left to a later run.
   */
  async #giveUp(targets: readonly number[], gone: Perhaps | undefined): Promise<void> {
    if (this.#tools.signal.reason !== 'person') return;
    if (gone === undefined) {
      const end = settleAll(targets, 'stopped', undefined, { kind: 'stopped-by-person' });
      return this.#tools.journal.settled(this.#plan.id, end);
    }
    // A question changes nothing and may show the outcome. Without a key it throws.
    const left = await this.#withoutMissing(targets, gone).catch(() => targets);
    const end = settleAll(left, 'unknown', undefined, { kind: 'not-confirmed' });
    await this.#tools.journal.settled(this.#plan.id, end);
  }

  /** Finds the target that is missing or refused: asks VOD, or else halves the call. */
  async #divide(targets: readonly number[], perhaps: Perhaps): Promise<void> {
    const left = await this.#withoutMissing(targets, perhaps);
    if (left.length < targets.length) return this.carryOut(left, perhaps, true);
    const middle = Math.ceil(targets.length / 2);
    await this.carryOut(targets.slice(0, middle), perhaps, true);
    await this.carryOut(targets.slice(middle), perhaps, true);
  }

  /**
   * Asks VOD which of the ImageIds are gone, and writes their outcomes.
   * @returns The targets that are left to send.
   */
  async #withoutMissing(targets: readonly number[], perhaps: Perhaps): Promise<readonly number[]> {
    const ids = targets.map((index) => {
      const target = this.#plan.targets[index];
      return target?.by === 'id' ? target.imageId : undefined;
    });
    const asked = ids.filter((id) => id !== undefined);
    if (asked.length === 0) return targets;
    const found = await this.#tools.inquiry.missingOf(asked);
    const missing = targets.filter((_, at) => found?.missing.has(ids[at] ?? '') === true);
    if (found === undefined || missing.length === 0) return targets;
    const reason = { kind: GONE_AFTER[perhaps] };
    await this.#tools.journal.settled(
      this.#plan.id,
      settleAll(missing, 'already-gone', found.requestId, reason),
    );
    return targets.filter((target) => !missing.includes(target));
  }

  async #close(
    send: number,
    answer: VodAnswer<void>,
    outcomes: Settlement[],
    acted = !answer.ok && mayHaveActed(answer.error),
  ): Promise<void> {
    const { journal, pace } = this.#tools;
    if (answer.ok) pace.succeeded();
    if (answer.ok || factsOf(answer.error.kind).refuses !== 'way') this.#answers += 1;
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

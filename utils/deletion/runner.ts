import { accountById, credentialsOf } from '../vault/accounts.ts';
import { clientOf } from '../vault/client.ts';
import { type Asked, askVod } from './ask.ts';
import { runJob } from './job.ts';
import type { JobRecord, Journal } from './journal.ts';
import { Pace, sleep } from './pace.ts';
import { mustTypeNumber, type Plan, type PlanFault, planFault } from './plan.ts';

/** Why a plan was not started. Nothing was sent and nothing journaled. */
export type StartFault = PlanFault | 'no-account' | 'no-key' | 'number-not-typed';

/** A confirmed plan and the number the person typed, where one was asked for. */
export interface Confirmed {
  readonly plan: Plan;
  readonly typed?: number | undefined;
}

/** Ids of a selection that VOD is to be asked about. */
export interface Question {
  readonly accountId: string;
  readonly imageIds: readonly string[];
  readonly videoIds: readonly string[];
}

export interface RunnerOptions {
  readonly journal: Journal;
  /** Keeps the worker awake until what it gives is called. */
  readonly stayAwake: () => () => void;
  /** Milliseconds between the start of a job and its first call. */
  readonly graceMs: () => Promise<number>;
}

/** Runs the journal's jobs in the worker: starts, stops, and takes up again what a dead one left. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #running = new Map<string, AbortController>();
  /** One pace an account, since VOD's limit is the account's. */
  readonly #paces = new Map<string, Pace>();

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Checks a confirmed plan, journals it as a job, and runs it after the grace period. */
  async start({ plan, typed }: Confirmed): Promise<StartFault | undefined> {
    const account = await accountById(plan.accountId);
    if (account === undefined) return 'no-account';
    if ((await credentialsOf(account.id)) === undefined) return 'no-key';
    if (mustTypeNumber(plan) && typed !== plan.targets.length) return 'number-not-typed';
    const fault = planFault(plan, account);
    if (fault !== undefined) return fault;
    await this.#options.journal.open({
      id: plan.id,
      plan,
      accountName: account.name,
      region: account.region,
      startsAt: Date.now() + (await this.#options.graceMs()),
    });
    await this.resume();
    return undefined;
  }

  /** Asks VOD about ids with the account's key; changes nothing. */
  async ask(question: Question): Promise<Asked | 'no-account' | 'no-key'> {
    const account = await accountById(question.accountId);
    if (account === undefined) return 'no-account';
    if ((await credentialsOf(account.id)) === undefined) return 'no-key';
    return askVod(clientOf(account.id, account.region), question.imageIds, question.videoIds);
  }

  /** Stops a job: nothing more is sent, and what is under way is still answered. */
  async stop(jobId: string): Promise<void> {
    await this.#options.journal.move(jobId, ({ state }) =>
      state === 'ended' ? undefined : { state: 'stopping' },
    );
    this.#running.get(jobId)?.abort('person');
    await this.resume();
  }

  /** Takes up every job that has not ended and is not running in this worker. */
  async resume(): Promise<void> {
    const jobs = await this.#options.journal.jobs();
    for (const job of jobs.reverse()) {
      if (job.state === 'ended' || this.#running.has(job.id)) continue;
      const stop = new AbortController();
      if (job.state === 'stopping') stop.abort('person');
      this.#running.set(job.id, stop);
      void this.#run(job, stop).finally(() => this.#running.delete(job.id));
    }
  }

  async #run(job: JobRecord, stop: AbortController): Promise<void> {
    const { journal, stayAwake } = this.#options;
    const sleepAgain = stayAwake();
    try {
      await waitUntil(job.startsAt, stop.signal);
      const account = await accountById(job.plan.accountId);
      const key = account === undefined ? undefined : await credentialsOf(account.id);
      if (!stop.signal.aborted && (account === undefined || key === undefined)) {
        await journal.move(job.id, () => ({ state: 'paused' }));
        return;
      }
      await journal.move(job.id, ({ state }) =>
        state === 'stopping' ? undefined : { state: 'running' },
      );
      const halted = await runJob(job.plan, {
        client: clientOf(job.plan.accountId, job.region),
        journal,
        pace: this.#paceOf(job.plan.accountId),
        signal: stop.signal,
      });
      await journal.move(job.id, () => ({
        state: 'ended',
        endedAt: Date.now(),
        ...(halted === undefined ? {} : { halted }),
      }));
    } catch (error) {
      // Nothing is lost: what was open stays open in the journal, and the next resume settles it.
      console.error(error);
      await journal.move(job.id, () => ({ state: 'paused' }));
    } finally {
      sleepAgain();
    }
  }

  #paceOf(accountId: string): Pace {
    const pace = this.#paces.get(accountId) ?? new Pace();
    this.#paces.set(accountId, pace);
    return pace;
  }
}

async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
  const ms = at - Date.now();
  if (ms > 0) await sleep(ms, signal);
}

import { lookUp } from '../accounts/look-up.ts';
import { sleep } from '../async/sleep.ts';
import type { JobUnderWay } from '../keys/vault/vault.ts';
import { Pace } from '../vod/pace.ts';
import { accountToStart, type Confirmed, type StartFault } from './hindrance.ts';
import { type JobRecord, PASSING_PAUSES } from './job-record.ts';
import { runHeld } from './job-run.ts';
import type { Journal } from './journal.ts';
import { holding } from './lease.ts';

export interface RunnerOptions {
  readonly journal: Journal;
  /** Keeps the worker awake until the returned function is called. */
  readonly stayAwake: () => () => void;
  /** Milliseconds between the start of a job and its first call. */
  readonly graceMs: () => Promise<number>;
  /** Makes the browser start the worker at intervals, or ends this. */
  readonly wakeAgain?: (again: boolean) => Promise<void>;
  /** Whether the browser is connected to a network; by default it is. */
  readonly online?: () => boolean;
}

/** Starts, stops and resumes the journal's jobs in the worker, also those of a worker that died. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #running = new Map<string, AbortController>();
  /** Jobs that are resumed once more when their present run ends. */
  readonly #again = new Set<string>();
  /** By account id, since VOD's rate limit is per account. */
  readonly #paces = new Map<string, Pace>();
  readonly #leftListeners: (() => void)[] = [];

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Calls the listener each time a job ended or was paused. */
  onLeft(listener: () => void): void {
    this.#leftListeners.push(listener);
  }

  /**
   * Checks a confirmed plan, writes it to the journal, and runs it after the grace period.
   * @returns Why it was not started, or `undefined` when it is in the journal.
   */
  async start(confirmed: Confirmed): Promise<StartFault | undefined> {
    const account = await accountToStart(confirmed);
    if (typeof account === 'string') return account;
    const { plan } = confirmed;
    await this.#options.wakeAgain?.(true);
    await this.#options.journal.open(plan, {
      accountName: account.name,
      startsAt: Date.now() + (await this.#options.graceMs()),
    });
    await this.resume();
    return undefined;
  }

  /** Stops a job: nothing more is sent, and calls under way still get their answers. */
  async stop(jobId: string): Promise<void> {
    await this.#options.journal.move(jobId, ({ state }) =>
      state === 'ended' ? undefined : { state: 'stopping' },
    );
    this.#running.get(jobId)?.abort('person');
    await this.resume();
  }

  /** Resumes a paused job with the account and key as they are now: the person said so. */
  async goOn(jobId: string): Promise<void> {
    const job = await this.#options.journal.job(jobId);
    const found = job === undefined ? undefined : await lookUp(job.accountId);
    await this.#options.journal.move(jobId, ({ state }) =>
      state === 'paused'
        ? { state: 'running', waits: 0, ...(found?.ok ? { keyHint: found.key.hint } : {}) }
        : undefined,
    );
    await this.resume();
  }

  /** Resumes jobs that VOD refused, because the account was saved or has another key. */
  async mended(accountId: string): Promise<void> {
    const { journal } = this.#options;
    for (const { id } of (await journal.jobs()).filter((job) => job.accountId === accountId)) {
      await journal.move(id, ({ state, pausedFor }) =>
        state === 'paused' && pausedFor === 'refused' ? { state: 'running' } : undefined,
      );
    }
    await this.resume();
  }

  /**
   * Resumes every job that has not ended and is not running in this worker. A job that VOD refused
   * waits for `goOn` or `mended`, and an offline one waits for the network.
   */
  async resume(): Promise<void> {
    const jobs = await this.#options.journal.jobs();
    await this.#options.wakeAgain?.(jobs.some(mayGoOnByItself));
    for (const job of jobs.reverse()) this.#takeUp(job);
  }

  #takeUp(job: JobRecord): void {
    if (job.state === 'ended' || this.#waits(job)) return;
    if (this.#running.has(job.id)) {
      // It may be about to pause for a reason that has just gone away.
      this.#again.add(job.id);
      return;
    }
    const stop = new AbortController();
    if (job.state === 'stopping') stop.abort('person');
    this.#running.set(job.id, stop);
    void this.#run(job, stop)
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        this.#running.delete(job.id);
        for (const listener of this.#leftListeners) listener();
        if (this.#again.delete(job.id)) void this.#takeUpAgain(job.id);
        else void this.#sleepIfDone();
      });
  }

  /** Resumes this job only: if two jobs resumed each other, they would never stop. */
  async #takeUpAgain(jobId: string): Promise<void> {
    const job = await this.#options.journal.job(jobId);
    if (job !== undefined) this.#takeUp(job);
    if (!this.#running.has(jobId)) await this.#sleepIfDone();
  }

  #waits({ state, pausedFor }: JobRecord): boolean {
    if (state !== 'paused') return false;
    return pausedFor === 'refused' || (pausedFor === 'offline' && !this.#online());
  }

  #online(): boolean {
    return this.#options.online?.() ?? true;
  }

  async #sleepIfDone(): Promise<void> {
    const jobs = await this.#options.journal.jobs();
    if (!jobs.some(mayGoOnByItself)) await this.#options.wakeAgain?.(false);
  }

  /** @returns The jobs that wait for their first call or are running. */
  async underWay(): Promise<readonly JobUnderWay[]> {
    const jobs = await this.#options.journal.jobs();
    return jobs
      .filter(({ state }) => state === 'waiting' || state === 'running')
      .map(({ id, accountId }) => ({ jobId: id, accountId }));
  }

  async #run(job: JobRecord, stop: AbortController): Promise<void> {
    const sleepAgain = this.#options.stayAwake();
    try {
      await waitUntil(job.startsAt, stop.signal);
      await holding(job.id, () =>
        runHeld(job.id, {
          journal: this.#options.journal,
          pace: (accountId) => this.#paceOf(accountId),
          signal: stop.signal,
          online: () => this.#online(),
        }),
      );
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

/** @returns Whether a job is under way, or is paused for a reason that passes by itself. */
function mayGoOnByItself({ state, pausedFor }: JobRecord): boolean {
  if (state !== 'paused') return state !== 'ended';
  return pausedFor !== undefined && PASSING_PAUSES.has(pausedFor);
}

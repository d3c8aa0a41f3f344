import { accountById } from '../accounts/accounts.ts';
import { clientOf, KeyFault, type KeyFaultCode } from '../accounts/client.ts';
import { type LookUpFault, lookUp } from '../accounts/look-up.ts';
import { readManaged } from '../accounts/managed.ts';
import { sleep } from '../async/sleep.ts';
import type { JobUnderWay } from '../keys/vault/vault.ts';
import { type ManagedLimitFault, managedLimitFault } from '../plan/managed-limits.ts';
import { mustTypeNumber, type Plan } from '../plan/plan.ts';
import { type PlanFault, planFault } from '../plan/plan-fault.ts';
import { Pace } from '../vod/pace.ts';
import { type Obstacle, runJob } from './job.ts';
import { type JobRecord, PASSING_PAUSES, type PausedFor } from './job-record.ts';
import type { Journal } from './journal.ts';
import { holding } from './lease.ts';
import { OUTCOMES } from './outcome.ts';

/** Why a plan was not started. Nothing was sent and nothing was written to the journal. */
export type StartFault =
  | PlanFault
  | ManagedLimitFault
  | LookUpFault
  | 'number-not-typed'
  /** Region or key are not the confirmed ones. */
  | 'account-changed';

/** A confirmed plan, and the number that the person typed, if it was required. */
export interface Confirmed {
  readonly plan: Plan;
  readonly typed?: number | undefined;
}

/** After this many runs without any outcome, a minute apart, the next run is the last. */
const MOST_WAITS = 30;

/** Why a run ended before its job did. */
type Left = { readonly pause: PausedFor } | Obstacle;

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
  async start({ plan, typed }: Confirmed): Promise<StartFault | undefined> {
    const found = await lookUp(plan.accountId);
    if (!found.ok) return found.why;
    const { account } = found;
    if (found.key.hint !== plan.keyHint || account.region !== plan.region) return 'account-changed';
    const managed = await readManaged();
    const mustType = managed.alwaysTypeNumber || mustTypeNumber(plan);
    if (mustType && typed !== plan.targets.length) return 'number-not-typed';
    const fault = planFault(plan, account) ?? managedLimitFault(plan, managed);
    if (fault !== undefined) return fault;
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
      await holding(job.id, () => this.#runHeld(job.id, stop.signal));
    } finally {
      sleepAgain();
    }
  }

  async #runHeld(jobId: string, signal: AbortSignal): Promise<void> {
    const { journal } = this.#options;
    // The holder before may have changed or ended it.
    const job = await journal.job(jobId);
    if (job === undefined || job.state === 'ended') return;
    const left = await this.#carryOut(job, signal);
    if (left === undefined) return;
    const moved = await journal.move(job.id, (now) =>
      now.state === 'running' || now.state === 'waiting' || now.state === 'paused'
        ? { state: 'paused', ...pauseOf(left, job, now) }
        : undefined,
    );
    // Stop came while the run was failing. This run ends the job and sends no deletion.
    if (moved?.state === 'stopping') await this.#carryOut(moved, AbortSignal.abort('person'));
  }

  /** @returns Why the job must pause, or `undefined` when it has ended. */
  async #carryOut(job: JobRecord, signal: AbortSignal): Promise<Left | undefined> {
    const { journal } = this.#options;
    try {
      const plan = await journal.plan(job.id);
      if (plan === undefined) return { pause: 'trouble' };
      const hindrance = signal.aborted ? undefined : await hindranceOf(job, plan);
      if (hindrance !== undefined) return { pause: hindrance };
      await journal.move(job.id, ({ state }) =>
        state === 'stopping' ? undefined : { state: 'running' },
      );
      const obstacle = await runJob(plan, {
        client: clientOf(job.accountId, job.region, job.keyHint, job.id),
        journal,
        pace: this.#paceOf(job.accountId),
        signal,
        final: (job.waits ?? 0) >= MOST_WAITS,
        online: () => this.#online(),
      });
      if (obstacle !== undefined) return obstacle;
      await journal.move(job.id, () => ({ state: 'ended', endedAt: Date.now() }));
      return undefined;
    } catch (error) {
      // Nothing is lost: open sends stay open in the journal, and the next run decides them.
      if (error instanceof KeyFault) return { pause: pauseFor(error.code) };
      console.error(error);
      return { pause: isNoRoom(error) ? 'no-room' : 'trouble' };
    }
  }

  #paceOf(accountId: string): Pace {
    const pace = this.#paces.get(accountId) ?? new Pace();
    this.#paces.set(accountId, pace);
    return pace;
  }
}

/** @returns Why a job cannot be carried out as it was confirmed, or `undefined`. */
async function hindranceOf(job: JobRecord, plan: Plan): Promise<PausedFor | undefined> {
  const account = await accountById(job.accountId);
  if (account === undefined || planFault(plan, account) !== undefined) return 'account-changed';
  if (account.region !== job.region) return 'account-changed';
  if (managedLimitFault(plan, await readManaged()) !== undefined) return 'account-changed';
  const found = await lookUp(account.id, job.id);
  if (!found.ok) return pauseFor(found.why);
  return found.key.hint === job.keyHint ? undefined : 'other-key';
}

/** @returns The pause of a job whose calls cannot be signed. */
function pauseFor(code: KeyFaultCode): PausedFor {
  return code === 'no-account' ? 'account-changed' : code;
}

async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
  const ms = at - Date.now();
  if (ms > 0) await sleep(ms, signal);
}

/** @returns The changes to a job's record for a pause. Counts the runs without any outcome. */
function pauseOf(left: Left, before: JobRecord, now: JobRecord): Partial<JobRecord> {
  const idle = doneOf(before) === doneOf(now);
  return {
    pausedFor: left.pause,
    waits: idle && PASSING_PAUSES.has(left.pause) ? (now.waits ?? 0) + 1 : 0,
    ...('reason' in left ? { obstacle: left.reason } : {}),
  };
}

function doneOf({ counts }: JobRecord): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** @returns Whether a job is under way, or is paused for a reason that passes by itself. */
function mayGoOnByItself({ state, pausedFor }: JobRecord): boolean {
  if (state !== 'paused') return state !== 'ended';
  return pausedFor !== undefined && PASSING_PAUSES.has(pausedFor);
}

/** @returns Whether a write failed because the disk or the extension's quota is full. */
function isNoRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

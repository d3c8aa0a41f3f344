import { accountById } from '../accounts/accounts.ts';
import { clientOf, KeyFault, type KeyFaultCode } from '../accounts/client.ts';
import type { LookUpFault } from '../accounts/look-up.ts';
import { lookUp } from '../accounts/look-up.ts';
import { readManaged } from '../accounts/managed.ts';
import type { JobUnderWay } from '../keys/vault.ts';
import { type ManagedLimitFault, managedLimitFault } from '../plan/managed-limits.ts';
import { mustTypeNumber, type Plan } from '../plan/plan.ts';
import { type PlanFault, planFault } from '../plan/plan-fault.ts';
import { Pace, sleep } from '../vod/pace.ts';
import { type Obstacle, runJob } from './job.ts';
import { type JobRecord, PASSING_PAUSES, type PausedFor } from './job-record.ts';
import type { Journal } from './journal.ts';
import { holding } from './lease.ts';
import { OUTCOMES } from './outcome.ts';

/** Why a plan was not started. Nothing was sent and nothing journaled. */
export type StartFault =
  | PlanFault
  | ManagedLimitFault
  | LookUpFault
  | 'number-not-typed'
  /** Region or key are no longer what the person confirmed. */
  | 'account-changed';

/** A confirmed plan and the number the person typed, where one was asked for. */
export interface Confirmed {
  readonly plan: Plan;
  readonly typed?: number | undefined;
}

/** After so many runs without any outcome, a minute apart, a job is carried out to its end. */
const MOST_WAITS = 30;

/** Why a run ended before its job did. */
type Left = { readonly pause: PausedFor } | Obstacle;

export interface RunnerOptions {
  readonly journal: Journal;
  /** Keeps the worker awake until what it gives is called. */
  readonly stayAwake: () => () => void;
  /** Milliseconds between the start of a job and its first call. */
  readonly graceMs: () => Promise<number>;
  /** Has the browser start the worker again and again, or no longer. */
  readonly wakeAgain?: (again: boolean) => Promise<void>;
  /** Whether the browser is connected to a network; it is, unless told. */
  readonly online?: () => boolean;
}

/** Runs the journal's jobs in the worker: starts, stops, and takes up again what a dead one left. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #running = new Map<string, AbortController>();
  /** Jobs that were to be taken up again while they were still running here. */
  readonly #again = new Set<string>();
  /** One pace an account, since VOD's limit is the account's. */
  readonly #paces = new Map<string, Pace>();
  readonly #leftListeners: (() => void)[] = [];

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Calls the listener after each job that ended or was paused. */
  onLeft(listener: () => void): void {
    this.#leftListeners.push(listener);
  }

  /** Checks a confirmed plan, journals it as a job, and runs it after the grace period. */
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

  /** Stops a job: nothing more is sent, and what is under way is still answered. */
  async stop(jobId: string): Promise<void> {
    await this.#options.journal.move(jobId, ({ state }) =>
      state === 'ended' ? undefined : { state: 'stopping' },
    );
    this.#running.get(jobId)?.abort('person');
    await this.resume();
  }

  /** Goes on with a paused job as the account is now: the person says that this is right. */
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

  /** The account was saved or has another key: goes on with what VOD refused it. */
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
   * Takes up every job that has not ended and is not running in this worker. What VOD refused waits
   * for `goOn` or `mended`, and what waits for the network for that.
   */
  async resume(): Promise<void> {
    const jobs = await this.#options.journal.jobs();
    await this.#options.wakeAgain?.(jobs.some(mayGoOnByItself));
    for (const job of jobs.reverse()) this.#takeUp(job);
  }

  #takeUp(job: JobRecord): void {
    if (job.state === 'ended' || this.#waits(job)) return;
    if (this.#running.has(job.id)) {
      // It may be about to pause for what has changed just now.
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

  /** Takes up this job only: two that took up each other would do so for ever. */
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

  /** The jobs that wait for their first call or are being carried out. */
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
    // Whoever held it before may have changed or ended it.
    const job = await journal.job(jobId);
    if (job === undefined || job.state === 'ended') return;
    const left = await this.#carryOut(job, signal);
    if (left === undefined) return;
    const moved = await journal.move(job.id, (now) =>
      now.state === 'running' || now.state === 'waiting' || now.state === 'paused'
        ? { state: 'paused', ...pauseOf(left, job, now) }
        : undefined,
    );
    // Stop came while it was failing: it is still to be ended, and sends nothing to do so.
    if (moved?.state === 'stopping') await this.#carryOut(moved, AbortSignal.abort('person'));
  }

  /** Runs a job to its end, or gives why it is to be paused. */
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
      // Nothing is lost: what was open stays open in the journal, and the next run settles it.
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

/** What keeps a job from being carried out as it was confirmed, if anything does. */
async function hindranceOf(job: JobRecord, plan: Plan): Promise<PausedFor | undefined> {
  const account = await accountById(job.accountId);
  if (account === undefined || planFault(plan, account) !== undefined) return 'account-changed';
  if (account.region !== job.region) return 'account-changed';
  if (managedLimitFault(plan, await readManaged()) !== undefined) return 'account-changed';
  const found = await lookUp(account.id, job.id);
  if (!found.ok) return pauseFor(found.why);
  return found.key.hint === job.keyHint ? undefined : 'other-key';
}

/** The pause of a job whose calls cannot be signed. */
function pauseFor(code: KeyFaultCode): PausedFor {
  return code === 'no-account' ? 'account-changed' : code;
}

async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
  const ms = at - Date.now();
  if (ms > 0) await sleep(ms, signal);
}

/** How a pause is written down: runs that brought no outcome are counted. */
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

/** Whether a job is under way, or paused for what may pass without the person. */
function mayGoOnByItself({ state, pausedFor }: JobRecord): boolean {
  if (state !== 'paused') return state !== 'ended';
  return pausedFor !== undefined && PASSING_PAUSES.has(pausedFor);
}

/** Whether the browser refused to write because its disk or the extension's share of it is full. */
function isNoRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

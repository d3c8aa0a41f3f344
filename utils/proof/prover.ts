import { accountById } from '../accounts/accounts.ts';
import { clientFor, KeyFault } from '../accounts/client.ts';
import type { LookUpFault } from '../accounts/look-up.ts';
import type { Journal } from '../job/journal.ts';
import type { Reason } from '../plan/reason.ts';
import type { RefreshQuota } from '../vod/operations/describe-refresh-quota.ts';
import { checkPlan, giveBackSites } from './check.ts';
import type { Proofs } from './proofs.ts';
import { followPurges, purge, purgeable, refreshQuota } from './purge.ts';

/** What a purge would take, before it is asked for. */
export interface PurgeOffer {
  /** How many addresses of the job a CDN of the account may hold copies of. */
  readonly addresses: number;
  /** What is left of the day's refreshes, or why VOD did not say. */
  readonly quota: RefreshQuota | Reason;
}

/** Why nothing can be asked of VOD. */
export type ProofFault = LookUpFault | 'no-job';

export interface ProverOptions {
  readonly journal: Journal;
  readonly proofs: Proofs;
  /** Keeps the worker awake until what it gives is called. */
  readonly stayAwake: () => () => void;
  /** Whether a job's cached copies are purged when it has ended. */
  readonly autoPurge: () => Promise<boolean>;
}

/** Serves, in the worker, what is asked of a job's images after it. */
export class Prover {
  readonly #options: ProverOptions;
  readonly #checking = new Map<string, Promise<void>>();
  readonly #following = new Set<string>();
  /** Jobs that were purged by themselves in this worker, from the moment that it began. */
  readonly #purged = new Set<string>();

  constructor(options: ProverOptions) {
    this.#options = options;
  }

  /** Checks every target of a job; resolves when each has its answer. One check of a job at a time. */
  check(jobId: string): Promise<void> {
    const running = this.#checking.get(jobId) ?? this.#awake(() => this.#check(jobId));
    this.#checking.set(jobId, running);
    return running.finally(() => {
      this.#checking.delete(jobId);
      if (this.#checking.size === 0) void giveBackSites();
    });
  }

  /** What a purge of a job would take; changes nothing. */
  async offer(jobId: string): Promise<PurgeOffer | ProofFault> {
    const job = await this.#jobOf(jobId);
    if (typeof job === 'string') return job;
    const { client, addresses } = job;
    return { addresses: addresses.length, quota: await refreshQuota(client) };
  }

  /** Purges the cached copies of a job's images; resolves when every call has its answer. */
  async purge(jobId: string): Promise<ProofFault | undefined> {
    const job = await this.#jobOf(jobId);
    if (typeof job === 'string') return job;
    const { proofs } = this.#options;
    await this.#awake(() => purge(job.plan, job.addresses, { proofs, client: job.client }));
    void this.follow();
    return undefined;
  }

  /** Follows every purge whose end is not known yet. */
  async follow(): Promise<void> {
    const { proofs } = this.#options;
    const open = (await proofs.openPurges()).filter(({ id }) => !this.#following.has(id));
    const accounts = new Set(open.map(({ accountId }) => accountId));
    await Promise.all(
      [...accounts].map(async (accountId) => {
        const client = await clientFor(accountId, 'cn-shanghai');
        if (typeof client === 'string') return;
        const theirs = open.filter((one) => one.accountId === accountId);
        for (const { id } of theirs) this.#following.add(id);
        // Without a key, as when the vault locks, they stay open and are followed later.
        await this.#awake(() => followPurges(theirs, { proofs, client })).catch(ignoreKeyFault);
        for (const { id } of theirs) this.#following.delete(id);
      }),
    );
  }

  /** Purges what jobs left that ended since `since` (milliseconds), if the person wants that. */
  async purgeEnded(since: number): Promise<void> {
    if (!(await this.#options.autoPurge())) return;
    for (const { id, endedAt, counts } of await this.#options.journal.jobs()) {
      if (endedAt === undefined || endedAt < since) continue;
      const gone = counts.deleted + counts['already-gone'];
      if (gone === 0 || this.#purged.has(id)) continue;
      this.#purged.add(id);
      const purges = await this.#options.proofs.purges(id);
      if (purges.length === 0) await this.purge(id);
    }
  }

  /** Forgets what is known of jobs that the history no longer has. */
  async forgetRemoved(): Promise<void> {
    const jobs = await this.#options.journal.jobs();
    await this.#options.proofs.keepOnly(new Set(jobs.map(({ id }) => id)));
  }

  async #check(jobId: string): Promise<void> {
    const plan = await this.#options.journal.plan(jobId);
    if (plan === undefined) return;
    const client = await clientFor(plan.accountId, plan.region);
    await checkPlan(plan, {
      proofs: this.#options.proofs,
      client: typeof client === 'string' ? undefined : client,
    });
  }

  async #jobOf(jobId: string) {
    const plan = await this.#options.journal.plan(jobId);
    if (plan === undefined) return 'no-job';
    const account = await accountById(plan.accountId);
    if (account === undefined) return 'no-account';
    const client = await clientFor(plan.accountId, 'cn-shanghai');
    if (typeof client === 'string') return client;
    return { plan, client, addresses: purgeable(plan, account.ownDomains) };
  }

  async #awake<T>(work: () => Promise<T>): Promise<T> {
    const sleepAgain = this.#options.stayAwake();
    try {
      return await work();
    } finally {
      sleepAgain();
    }
  }
}

function ignoreKeyFault(error: unknown): void {
  if (!(error instanceof KeyFault)) throw error;
}

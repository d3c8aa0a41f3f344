import { clientFor, clientOf, KeyFault } from '../accounts/client.ts';
import { type LookUpFault, lookUp } from '../accounts/look-up.ts';
import { readingOf } from '../accounts/reading.ts';
import type { Journal } from '../job/journal.ts';
import type { Reason } from '../plan/reason.ts';
import type { RefreshQuota } from '../vod/operations/describe-refresh-quota.ts';
import { checkPlan, giveBackSites } from './check.ts';
import type { Proofs } from './proofs.ts';
import { followPurges, purge, purgeable, refreshQuota } from './purge.ts';

/** What a purge would use up. */
export interface PurgeOffer {
  /** How many addresses of the job the account's CDN may have copies of. */
  readonly addresses: number;
  /** The rest of the day's quota, or why VOD did not say it. */
  readonly quota: RefreshQuota | Reason;
}

/** Why VOD cannot be called for a job. */
export type ProofFault = LookUpFault | 'no-job';

export interface ProverOptions {
  readonly journal: Journal;
  readonly proofs: Proofs;
  /** Keeps the worker awake until the returned function is called. */
  readonly stayAwake: () => () => void;
  /** Whether the cached copies of a job are purged when it has ended. */
  readonly autoPurge: () => Promise<boolean>;
}

/** Runs checks and purges for jobs in the worker. */
export class Prover {
  readonly #options: ProverOptions;
  readonly #checking = new Map<string, Promise<void>>();
  readonly #following = new Set<string>();
  /** Jobs whose automatic purge was started in this worker. */
  readonly #purged = new Set<string>();

  constructor(options: ProverOptions) {
    this.#options = options;
  }

  /** Checks every target of a job, in one run at a time. Resolves when each has a result. */
  check(jobId: string): Promise<void> {
    const running = this.#checking.get(jobId) ?? this.#awake(() => this.#check(jobId));
    this.#checking.set(jobId, running);
    return running.finally(() => {
      this.#checking.delete(jobId);
      if (this.#checking.size === 0) void giveBackSites();
    });
  }

  /** @returns What a purge of a job would use up. Changes nothing. */
  async offer(jobId: string): Promise<PurgeOffer | ProofFault> {
    const job = await this.#jobOf(jobId);
    if (typeof job === 'string') return job;
    const { client, call, addresses } = job;
    return { addresses: addresses.length, quota: await refreshQuota({ client, call }) };
  }

  /**
   * Purges the cached copies of a job's images. Resolves when VOD answered every call.
   * @returns Why no call was made, or `undefined`. Refusals of VOD are stored with the purge.
   */
  async purge(jobId: string): Promise<ProofFault | undefined> {
    const job = await this.#jobOf(jobId);
    if (typeof job === 'string') return job;
    const { proofs } = this.#options;
    await this.#awake(() => purge(job.plan, job.addresses, { ...job, proofs }));
    void this.follow();
    return undefined;
  }

  /** Follows every purge that has neither completed nor failed. */
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
        // If the key goes away, for example because the vault locks, they are followed later.
        await this.#awake(() =>
          followPurges(theirs, { proofs, client, call: readingOf(accountId) }),
        ).catch(ignoreKeyFault);
        for (const { id } of theirs) this.#following.delete(id);
      }),
    );
  }

  /**
   * Purges the jobs that ended, if the person set this, and if they have no purge yet.
   * @param since Only jobs that ended since then, in milliseconds since 1970.
   */
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

  /** Removes the checks and purges of jobs that were removed from the history. */
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
      call: readingOf(plan.accountId),
    });
  }

  async #jobOf(jobId: string) {
    const plan = await this.#options.journal.plan(jobId);
    if (plan === undefined) return 'no-job';
    const found = await lookUp(plan.accountId);
    if (!found.ok) return found.why;
    const { id, ownDomains } = found.account;
    return {
      plan,
      client: clientOf(id, 'cn-shanghai', found.key.hint),
      call: readingOf(id),
      addresses: purgeable(plan, ownDomains),
    };
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

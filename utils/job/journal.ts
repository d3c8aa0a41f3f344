import type { DBSchema } from 'idb';
import { once } from '../async/once.ts';
import { together } from '../async/together.ts';
import { openStore, type Store } from '../browser/store.ts';
import type { Plan } from '../plan/plan.ts';
import type { Answered, JobRecord, SendRecord } from './job-record.ts';
import { NO_OUTCOMES, type TargetOutcome } from './outcome.ts';

interface JournalSchema extends DBSchema {
  jobs: { key: string; value: JobRecord; indexes: { createdAt: number } };
  plans: { key: string; value: Plan };
  outcomes: { key: [string, number]; value: TargetOutcome };
  sends: { key: number; value: SendRecord; indexes: { jobId: string } };
}

interface AnswerOfSend {
  readonly jobId: string;
  readonly send: number;
  readonly answer: Answered;
}

const every = (jobId: string) => IDBKeyRange.bound([jobId], [jobId, []]);

/** The journal of this browser profile. Every change is announced to the pages that observe it. */
export class Journal {
  readonly #store: Store<JournalSchema>;
  readonly #send = together((sends: readonly SendRecord[]) => this.#writeSends(sends));
  readonly #answer = together((answers: readonly AnswerOfSend[]) => this.#writeAnswers(answers));

  constructor(name = 'vodsweep-journal') {
    this.#store = openStore({
      name,
      version: 1,
      upgrade(db) {
        db.createObjectStore('jobs', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
        db.createObjectStore('plans');
        db.createObjectStore('outcomes', { keyPath: ['jobId', 'target'] });
        db.createObjectStore('sends', { autoIncrement: true }).createIndex('jobId', 'jobId');
      },
      watched: 'journal',
    });
  }

  /** Writes a new job. A job of the same plan stays unchanged, so a repeated start does no harm. */
  async open(plan: Plan, job: Pick<JobRecord, 'accountName' | 'startsAt'>): Promise<void> {
    const tx = (await this.#store.db()).transaction(['jobs', 'plans'], 'readwrite', {
      durability: 'strict',
    });
    if ((await tx.objectStore('jobs').getKey(plan.id)) === undefined) {
      await tx.objectStore('plans').add(plan, plan.id);
      await tx.objectStore('jobs').add({
        ...job,
        id: plan.id,
        state: 'waiting',
        accountId: plan.accountId,
        region: plan.region,
        keyHint: plan.keyHint,
        total: plan.targets.length,
        videos: plan.targets.filter(({ by }) => by === 'video').length,
        createdAt: Date.now(),
        counts: NO_OUTCOMES,
      });
    }
    await tx.done;
    this.#store.announce();
  }

  /**
   * Changes the record of a job, in one transaction.
   * @param change Returns the new values, or `undefined` to change nothing.
   * @returns The record afterwards, or `undefined` when there is no such job.
   */
  async move(
    jobId: string,
    change: (job: JobRecord) => Partial<Omit<JobRecord, 'id' | 'counts'>> | undefined,
  ): Promise<JobRecord | undefined> {
    // A Stop must survive a loss of power.
    const tx = (await this.#store.db()).transaction('jobs', 'readwrite', { durability: 'strict' });
    const job = await tx.store.get(jobId);
    const changed = job === undefined ? undefined : change(job);
    const moved = job === undefined || changed === undefined ? job : { ...job, ...changed };
    if (moved !== undefined && moved !== job) await tx.store.put(moved);
    await tx.done;
    if (moved !== job) this.#store.announce();
    return moved;
  }

  /**
   * Writes that a call is about to be sent. Resolves only when this is on disk.
   * @returns The key of the send, for {@link answered}.
   */
  sending(jobId: string, targets: readonly number[]): Promise<number> {
    return this.#send({ jobId, sentAt: Date.now(), targets });
  }

  /** Closes a send and writes the outcomes of its answer, in one transaction. */
  answered(jobId: string, send: number, answer: Answered): Promise<void> {
    return this.#answer({ jobId, send, answer });
  }

  /** Writes outcomes that do not come from the answer of a send. */
  async settled(jobId: string, outcomes: Answered['outcomes']): Promise<void> {
    const tx = (await this.#store.db()).transaction(['jobs', 'outcomes'], 'readwrite');
    await settle(tx.objectStore('outcomes'), tx.objectStore('jobs'), jobId, { outcomes });
    await tx.done;
    this.#store.announce();
  }

  /** @returns The record of a job, or `undefined`. */
  async job(jobId: string): Promise<JobRecord | undefined> {
    return (await this.#store.db()).get('jobs', jobId);
  }

  /** @returns The frozen plan of a job. */
  async plan(jobId: string): Promise<Plan | undefined> {
    return (await this.#store.db()).get('plans', jobId);
  }

  /** @returns All jobs, newest first. */
  async jobs(): Promise<JobRecord[]> {
    return (await (await this.#store.db()).getAllFromIndex('jobs', 'createdAt')).reverse();
  }

  /** @returns The outcomes of a job so far, in the order of the plan's targets. */
  async outcomes(jobId: string): Promise<TargetOutcome[]> {
    return (await this.#store.db()).getAll('outcomes', every(jobId));
  }

  /** @returns The sends of a job, oldest first. */
  async sends(jobId: string): Promise<SendRecord[]> {
    return (await this.#store.db()).getAllFromIndex('sends', 'jobId', jobId);
  }

  /**
   * Removes jobs with their plans, outcomes and sends. Jobs that have not ended are never removed.
   * @returns How many were removed.
   */
  async remove(jobIds: readonly string[]): Promise<number> {
    const stores = ['jobs', 'plans', 'outcomes', 'sends'] as const;
    const tx = (await this.#store.db()).transaction(stores, 'readwrite');
    let removed = 0;
    for (const jobId of jobIds) {
      if ((await tx.objectStore('jobs').get(jobId))?.state !== 'ended') continue;
      const sends = await tx.objectStore('sends').index('jobId').getAllKeys(jobId);
      for (const send of sends) await tx.objectStore('sends').delete(send);
      await tx.objectStore('outcomes').delete(every(jobId));
      await tx.objectStore('plans').delete(jobId);
      await tx.objectStore('jobs').delete(jobId);
      removed += 1;
    }
    await tx.done;
    if (removed > 0) this.#store.announce();
    return removed;
  }

  async #writeSends(sends: readonly SendRecord[]): Promise<number[]> {
    const tx = (await this.#store.db()).transaction('sends', 'readwrite', { durability: 'strict' });
    const keys = await Promise.all(sends.map((send) => tx.store.add(send)));
    await tx.done;
    return keys;
  }

  async #writeAnswers(answers: readonly AnswerOfSend[]): Promise<undefined[]> {
    const tx = (await this.#store.db()).transaction(['jobs', 'outcomes', 'sends'], 'readwrite');
    for (const { jobId, send, answer } of answers) {
      const record = await tx.objectStore('sends').get(send);
      if (record !== undefined) {
        const { outcomes: _settled, rate: _rate, ...said } = answer;
        await tx.objectStore('sends').put({ ...record, ...said, answeredAt: Date.now() }, send);
      }
      await settle(tx.objectStore('outcomes'), tx.objectStore('jobs'), jobId, answer);
    }
    await tx.done;
    this.#store.announce();
    return answers.map(() => undefined);
  }
}

/** @returns The journal, opened once a page or worker. Pages only read it. */
export const openJournal = once(() => new Journal());

interface OutcomeStore {
  getAllKeys(range: IDBKeyRange): Promise<[string, number][]>;
  put(value: TargetOutcome): Promise<unknown>;
}

interface JobStore {
  get(key: string): Promise<JobRecord | undefined>;
  put(value: JobRecord): Promise<unknown>;
}

/** Writes and counts outcomes. A target that has an outcome keeps it. */
async function settle(
  outcomes: OutcomeStore,
  jobs: JobStore,
  jobId: string,
  { outcomes: fresh, rate }: Pick<Answered, 'outcomes' | 'rate'>,
): Promise<void> {
  const job = await jobs.get(jobId);
  if (job === undefined) return;
  const counts = { ...job.counts };
  const first = await settledAmong(outcomes, jobId, fresh);
  const at = Date.now();
  const puts: Promise<unknown>[] = [];
  for (const one of fresh) {
    if (first.has(one.target)) continue;
    first.add(one.target);
    puts.push(outcomes.put({ ...one, jobId, at }));
    counts[one.outcome] += 1;
  }
  puts.push(jobs.put({ ...job, counts, ...(rate === undefined ? {} : { rate }) }));
  await Promise.all(puts);
}

/** Reads in one request which of these targets have an outcome. May return others between them. */
async function settledAmong(
  outcomes: OutcomeStore,
  jobId: string,
  fresh: Answered['outcomes'],
): Promise<Set<number>> {
  if (fresh.length === 0) return new Set();
  const targets = fresh.map(({ target }) => target);
  const range = IDBKeyRange.bound([jobId, Math.min(...targets)], [jobId, Math.max(...targets)]);
  return new Set((await outcomes.getAllKeys(range)).map(([, target]) => target));
}

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { createAnnouncer } from '../browser/changes.ts';
import type { Region } from '../vod/regions.ts';
import { NO_OUTCOMES, type OutcomeCounts, type Reason, type TargetOutcome } from './outcome.ts';
import type { Plan } from './plan.ts';

/**
 * The write-ahead record of jobs.
 *
 *     start ─► waiting ─► running ─► ended
 *                 │          │ ▲        ▲
 *                 │          ▼ │        │
 *                 │        paused       │   no key: goes on when one is entered
 *                 └────► stopping ──────┘   Stop: what is under way is still answered
 *
 * A send is written before its call and closed after its answer, together with the outcomes that
 * the answer settles. A send found open when the worker starts is a call whose answer was lost.
 */
export type JobState = 'waiting' | 'running' | 'paused' | 'stopping' | 'ended';

export interface JobRecord {
  readonly id: string;
  readonly plan: Plan;
  readonly state: JobState;
  readonly accountName: string;
  readonly region: Region;
  readonly createdAt: number;
  /** When the first call may be sent: the end of the grace period. */
  readonly startsAt: number;
  readonly endedAt?: number;
  readonly counts: OutcomeCounts;
  /** The account-wide refusal that ended it early. */
  readonly halted?: Reason;
}

/** One call as it was sent; without `answeredAt` its answer has not come. */
export interface SendRecord {
  readonly jobId: string;
  readonly sentAt: number;
  /** Positions in the plan's targets. */
  readonly targets: readonly number[];
  readonly answeredAt?: number;
  readonly requestId?: string;
  readonly reason?: Reason;
  /** Its answer was lost or says nothing certain: VOD may have carried it out. */
  readonly mayHaveActed?: boolean;
}

interface JournalSchema extends DBSchema {
  jobs: { key: string; value: JobRecord; indexes: { createdAt: number } };
  outcomes: { key: [string, number]; value: TargetOutcome };
  sends: { key: number; value: SendRecord; indexes: { jobId: string } };
}

/** What an answer settles; `outcomes` may be empty when the targets are tried again. */
export interface Answered {
  readonly requestId?: string;
  readonly reason?: Reason;
  readonly mayHaveActed?: boolean;
  readonly outcomes: readonly Omit<TargetOutcome, 'jobId' | 'at'>[];
}

const every = (jobId: string) => IDBKeyRange.bound([jobId], [jobId, []]);

/** The journal of this browser profile. Every write announces itself to observing pages. */
export class Journal {
  readonly #db: Promise<IDBPDatabase<JournalSchema>>;
  readonly #announce: () => void;

  constructor(name = 'vodsweep-journal') {
    this.#announce = createAnnouncer('journal');
    this.#db = openDB<JournalSchema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('jobs', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
        db.createObjectStore('outcomes', { keyPath: ['jobId', 'target'] });
        db.createObjectStore('sends', { autoIncrement: true }).createIndex('jobId', 'jobId');
      },
    });
  }

  /** Writes a new job; a job of the same id is left as it is, so a repeated start is harmless. */
  async open(job: Omit<JobRecord, 'counts' | 'state' | 'createdAt'>): Promise<void> {
    const tx = (await this.#db).transaction('jobs', 'readwrite');
    if ((await tx.store.getKey(job.id)) === undefined) {
      await tx.store.add({ ...job, state: 'waiting', createdAt: Date.now(), counts: NO_OUTCOMES });
    }
    await tx.done;
    this.#announce();
  }

  /** Moves a job to another state, unless the change says otherwise for the state it is in. */
  async move(
    jobId: string,
    change: (job: JobRecord) => Partial<Omit<JobRecord, 'id' | 'plan'>> | undefined,
  ): Promise<JobRecord | undefined> {
    const tx = (await this.#db).transaction('jobs', 'readwrite');
    const job = await tx.store.get(jobId);
    const changed = job === undefined ? undefined : change(job);
    const moved = job === undefined || changed === undefined ? job : { ...job, ...changed };
    if (moved !== undefined && moved !== job) await tx.store.put(moved);
    await tx.done;
    if (moved !== job) this.#announce();
    return moved;
  }

  /**
   * Writes that a call is about to be sent; resolves only once that is on disk.
   * @returns the key to close it with.
   */
  async sending(jobId: string, targets: readonly number[]): Promise<number> {
    const db = await this.#db;
    const tx = db.transaction('sends', 'readwrite', { durability: 'strict' });
    const key = await tx.store.add({ jobId, sentAt: Date.now(), targets });
    await tx.done;
    return key;
  }

  /** Closes a send with what its answer settles, in one transaction. */
  async answered(jobId: string, send: number, answer: Answered): Promise<void> {
    const db = await this.#db;
    const tx = db.transaction(['jobs', 'outcomes', 'sends'], 'readwrite');
    const record = await tx.objectStore('sends').get(send);
    if (record !== undefined) {
      const { outcomes: _settled, ...said } = answer;
      await tx.objectStore('sends').put({ ...record, ...said, answeredAt: Date.now() }, send);
    }
    await settle(tx.objectStore('outcomes'), tx.objectStore('jobs'), jobId, answer.outcomes);
    await tx.done;
    this.#announce();
  }

  /** Writes outcomes of targets for which no call was made. */
  async settled(jobId: string, outcomes: Answered['outcomes']): Promise<void> {
    const tx = (await this.#db).transaction(['jobs', 'outcomes'], 'readwrite');
    await settle(tx.objectStore('outcomes'), tx.objectStore('jobs'), jobId, outcomes);
    await tx.done;
    this.#announce();
  }

  async job(jobId: string): Promise<JobRecord | undefined> {
    return (await this.#db).get('jobs', jobId);
  }

  /** All jobs, newest first. */
  async jobs(): Promise<JobRecord[]> {
    return (await (await this.#db).getAllFromIndex('jobs', 'createdAt')).reverse();
  }

  /** The outcomes of a job so far, by position of the target. */
  async outcomes(jobId: string): Promise<TargetOutcome[]> {
    return (await this.#db).getAll('outcomes', every(jobId));
  }

  /** The sends of a job, oldest first. */
  async sends(jobId: string): Promise<SendRecord[]> {
    return (await this.#db).getAllFromIndex('sends', 'jobId', jobId);
  }

  async close(): Promise<void> {
    (await this.#db).close();
  }
}

interface OutcomeStore {
  get(key: [string, number]): Promise<TargetOutcome | undefined>;
  put(value: TargetOutcome): Promise<unknown>;
}

interface JobStore {
  get(key: string): Promise<JobRecord | undefined>;
  put(value: JobRecord): Promise<unknown>;
}

/** Puts outcomes and counts them; a target keeps the first outcome it was given. */
async function settle(
  outcomes: OutcomeStore,
  jobs: JobStore,
  jobId: string,
  fresh: Answered['outcomes'],
): Promise<void> {
  const job = await jobs.get(jobId);
  if (job === undefined || fresh.length === 0) return;
  const counts = { ...job.counts };
  for (const one of fresh) {
    if ((await outcomes.get([jobId, one.target])) !== undefined) continue;
    await outcomes.put({ ...one, jobId, at: Date.now() });
    counts[one.outcome] += 1;
  }
  await jobs.put({ ...job, counts });
}

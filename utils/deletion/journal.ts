import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { createAnnouncer } from '../browser/changes.ts';
import type { Region } from '../vod/regions.ts';
import { NO_OUTCOMES, type OutcomeCounts, type Reason, type TargetOutcome } from './outcome.ts';
import type { Plan } from './plan.ts';

/**
 * The write-ahead record of jobs.
 *
 *     start ─► waiting ─► running ─► ended
 *                 │         │ ▲         ▲
 *                 ▼         ▼ │         │
 *                 └─────► paused        │   see PausedFor for what lets it go on
 *                           │           │
 *     Stop, from any ─► stopping ───────┘   what is under way is still answered
 *
 * A send is written before its call and closed after its answer, together with the outcomes that
 * the answer settles. A send found open when the worker starts is a call whose answer was lost.
 */
export type JobState = 'waiting' | 'running' | 'paused' | 'stopping' | 'ended';

/** Why a job is paused, and what lets it go on. */
export type PausedFor =
  /** The account has no key: when the same one is entered. */
  | 'no-key'
  /** The vault is locked: when it is unlocked. */
  | 'locked'
  /** The token has ended: when the account has another. */
  | 'expired'
  /** The credentials URI gave nothing: when it does. */
  | 'uri'
  /** The key is another than was confirmed: when the person says so. */
  | 'other-key'
  /** Region or domains are others than were confirmed: when they are as they were. */
  | 'account-changed'
  /** VOD refuses whatever the account sends: when the account is saved, or the person says so. */
  | 'refused'
  /** VOD has let nothing through for long: by itself, a minute later. */
  | 'throttled'
  /** VOD does not answer: by itself, a minute later. */
  | 'unreachable'
  /** The browser is not connected: by itself, when it is. */
  | 'offline'
  /** What is to be sent could not be written down, for there is no room: by itself, when there is. */
  | 'no-room'
  /** Trouble in the extension itself: by itself, a minute later. */
  | 'trouble';

/** Pauses that end without the person. */
export const PASSING_PAUSES: ReadonlySet<PausedFor> = new Set([
  'throttled',
  'unreachable',
  'offline',
  'no-room',
  'trouble',
]);

/** A job without its plan: small, since each answer rewrites it. */
export interface JobRecord {
  readonly id: string;
  readonly state: JobState;
  readonly pausedFor?: PausedFor;
  readonly accountId: string;
  readonly accountName: string;
  readonly region: Region;
  /** The key that was confirmed, by its hint; no other one carries the job out. */
  readonly keyHint: string;
  /** How many targets it has, and how many of them are videos. */
  readonly total: number;
  readonly videos: number;
  readonly createdAt: number;
  /** When the first call may be sent: the end of the grace period. */
  readonly startsAt: number;
  readonly endedAt?: number;
  readonly counts: OutcomeCounts;
  /** Calls a second at which it is carried out now. */
  readonly rate?: number;
  /** What VOD said, or what went wrong on the way, before it was paused. */
  readonly obstacle?: Reason;
  /** How many runs in a row ended at such an obstacle without any outcome. */
  readonly waits?: number;
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

/** What an answer settles; `outcomes` may be empty when the targets are tried again. */
export interface Answered {
  readonly requestId?: string;
  readonly reason?: Reason;
  readonly mayHaveActed?: boolean;
  readonly outcomes: readonly Omit<TargetOutcome, 'jobId' | 'at'>[];
  /** Calls a second at which the job is carried out now. */
  readonly rate?: number;
}

interface JournalSchema extends DBSchema {
  jobs: { key: string; value: JobRecord; indexes: { createdAt: number } };
  plans: { key: string; value: Plan };
  outcomes: { key: [string, number]; value: TargetOutcome };
  sends: { key: number; value: SendRecord; indexes: { jobId: string } };
}

type Database = IDBPDatabase<JournalSchema>;

const every = (jobId: string) => IDBKeyRange.bound([jobId], [jobId, []]);

/** The journal of this browser profile. Every write announces itself to observing pages. */
export class Journal {
  readonly #name: string;
  readonly #announce = createAnnouncer('journal');
  #opened: Promise<Database> | undefined;

  constructor(name = 'vodsweep-journal') {
    this.#name = name;
  }

  /** Writes a new job; one of the same plan is left as it is, so a repeated start is harmless. */
  async open(plan: Plan, job: Pick<JobRecord, 'accountName' | 'startsAt'>): Promise<void> {
    const tx = (await this.#db()).transaction(['jobs', 'plans'], 'readwrite', {
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
    this.#announce();
  }

  /** Changes a job's record, unless the change gives nothing for the state it is in. */
  async move(
    jobId: string,
    change: (job: JobRecord) => Partial<Omit<JobRecord, 'id' | 'counts'>> | undefined,
  ): Promise<JobRecord | undefined> {
    // A Stop that was said must not be forgotten.
    const tx = (await this.#db()).transaction('jobs', 'readwrite', { durability: 'strict' });
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
    const tx = (await this.#db()).transaction('sends', 'readwrite', { durability: 'strict' });
    const key = await tx.store.add({ jobId, sentAt: Date.now(), targets });
    await tx.done;
    return key;
  }

  /** Closes a send with what its answer settles, in one transaction. */
  async answered(jobId: string, send: number, answer: Answered): Promise<void> {
    const tx = (await this.#db()).transaction(['jobs', 'outcomes', 'sends'], 'readwrite');
    const record = await tx.objectStore('sends').get(send);
    if (record !== undefined) {
      const { outcomes: _settled, rate: _rate, ...said } = answer;
      await tx.objectStore('sends').put({ ...record, ...said, answeredAt: Date.now() }, send);
    }
    await settle(tx.objectStore('outcomes'), tx.objectStore('jobs'), jobId, answer);
    await tx.done;
    this.#announce();
  }

  /** Writes outcomes of targets for which no call was made. */
  async settled(jobId: string, outcomes: Answered['outcomes']): Promise<void> {
    const tx = (await this.#db()).transaction(['jobs', 'outcomes'], 'readwrite');
    await settle(tx.objectStore('outcomes'), tx.objectStore('jobs'), jobId, { outcomes });
    await tx.done;
    this.#announce();
  }

  async job(jobId: string): Promise<JobRecord | undefined> {
    return (await this.#db()).get('jobs', jobId);
  }

  /** The frozen plan of a job. */
  async plan(jobId: string): Promise<Plan | undefined> {
    return (await this.#db()).get('plans', jobId);
  }

  /** All jobs, newest first. */
  async jobs(): Promise<JobRecord[]> {
    return (await (await this.#db()).getAllFromIndex('jobs', 'createdAt')).reverse();
  }

  /** The outcomes of a job so far, by position of the target. */
  async outcomes(jobId: string): Promise<TargetOutcome[]> {
    return (await this.#db()).getAll('outcomes', every(jobId));
  }

  /** The sends of a job, oldest first. */
  async sends(jobId: string): Promise<SendRecord[]> {
    return (await this.#db()).getAllFromIndex('sends', 'jobId', jobId);
  }

  /**
   * Removes jobs with all that belongs to them. Those that have not ended stay, whoever asks.
   * @returns how many were removed.
   */
  async remove(jobIds: readonly string[]): Promise<number> {
    const stores = ['jobs', 'plans', 'outcomes', 'sends'] as const;
    const tx = (await this.#db()).transaction(stores, 'readwrite');
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
    if (removed > 0) this.#announce();
    return removed;
  }

  /** Opens the database at first use, and again after it failed or was closed underneath. */
  #db(): Promise<Database> {
    const forget = () => {
      this.#opened = undefined;
    };
    this.#opened ??= openDB<JournalSchema>(this.#name, 1, {
      upgrade(db) {
        db.createObjectStore('jobs', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
        db.createObjectStore('plans');
        db.createObjectStore('outcomes', { keyPath: ['jobId', 'target'] });
        db.createObjectStore('sends', { autoIncrement: true }).createIndex('jobId', 'jobId');
      },
      terminated: forget,
    });
    this.#opened.catch(forget);
    return this.#opened;
  }
}

interface OutcomeStore {
  getAllKeys(range: IDBKeyRange): Promise<[string, number][]>;
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

/** Which of these targets have an outcome already, read in one request. */
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

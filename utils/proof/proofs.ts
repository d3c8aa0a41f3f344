import type { DBSchema } from 'idb';
import { once } from '../async/once.ts';
import { openStore, type Store } from '../browser/store.ts';
import type { Reason } from '../plan/reason.ts';
import type { Judgement } from './presence.ts';

/** What a check showed about one target. */
export interface Checked extends Judgement {
  readonly jobId: string;
  /** Position in the plan's targets. */
  readonly target: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** One call that purges cached copies. */
export interface Purge {
  readonly id: string;
  readonly jobId: string;
  readonly accountId: string;
  readonly sentAt: number;
  readonly addresses: readonly string[];
  /** `sent`: VOD has not answered. `refreshing`: VOD accepted it. */
  readonly state: 'sent' | 'refreshing' | 'complete' | 'failed';
  readonly taskIds?: readonly string[];
  /** The progress, 0 to 100. */
  readonly percent?: number;
  readonly reason?: Reason;
}

interface ProofsSchema extends DBSchema {
  checks: { key: [string, number]; value: Checked };
  purges: { key: string; value: Purge; indexes: { jobId: string } };
}

/** The checks and purges of jobs. Every write is announced to the pages that observe the store. */
export class Proofs {
  readonly #store: Store<ProofsSchema>;

  constructor(name = 'vodsweep-proofs') {
    this.#store = openStore({
      name,
      version: 1,
      upgrade(db) {
        db.createObjectStore('checks', { keyPath: ['jobId', 'target'] });
        db.createObjectStore('purges', { keyPath: 'id' }).createIndex('jobId', 'jobId');
      },
      watched: 'proofs',
    });
  }

  /** Stores the result of a check. A later check of the same target replaces it. */
  async checked(checked: Checked): Promise<void> {
    await (await this.#store.db()).put('checks', checked);
    this.#store.announce();
  }

  /** @returns The latest check of each checked target of a job. */
  async checks(jobId: string): Promise<Checked[]> {
    return (await this.#store.db()).getAll('checks', IDBKeyRange.bound([jobId], [jobId, []]));
  }

  /** Stores a purge, or its new state. Resolves when it is on disk, so call it before the call. */
  async purge(purge: Purge): Promise<void> {
    const tx = (await this.#store.db()).transaction('purges', 'readwrite', {
      durability: 'strict',
    });
    await tx.store.put(purge);
    await tx.done;
    this.#store.announce();
  }

  /** @returns The purges of a job, oldest first. */
  async purges(jobId: string): Promise<Purge[]> {
    const found = await (await this.#store.db()).getAllFromIndex('purges', 'jobId', jobId);
    return found.sort((a, b) => a.sentAt - b.sentAt);
  }

  /** @returns The purges of all jobs that have neither completed nor failed. */
  async openPurges(): Promise<Purge[]> {
    const all = await (await this.#store.db()).getAll('purges');
    return all.filter(({ state }) => state === 'sent' || state === 'refreshing');
  }

  /** Removes the checks and purges of all other jobs. */
  async keepOnly(jobIds: ReadonlySet<string>): Promise<void> {
    const tx = (await this.#store.db()).transaction(['checks', 'purges'], 'readwrite');
    for (const store of ['checks', 'purges'] as const) {
      for await (const cursor of tx.objectStore(store)) {
        if (!jobIds.has(cursor.value.jobId)) await cursor.delete();
      }
    }
    await tx.done;
    this.#store.announce();
  }
}

/** @returns What is known of jobs' images after them, opened once a page or worker. Pages only read it. */
export const openProofs = once(() => new Proofs());

import type { Answered } from '../../utils/job/job-record.ts';
import { Journal } from '../../utils/job/journal.ts';

/** What a killed worker meets at its next step: it does no other. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** Whether a worker dies before a write of its journal reached the disk, or right after. */
export type Moment = 'before' | 'after';

/** The life of a worker. */
export class Life {
  /** Runs of jobs that have not come to their end. */
  awake = 0;
  /** Steps of the journal under way. */
  busy = 0;
  /** Steps of the journal so far. */
  steps = 0;
  #alive = true;
  #doom: { writes: number; readonly moment: Moment } | undefined;
  readonly #onDeath: () => void;

  constructor(onDeath: () => void) {
    this.#onDeath = onDeath;
  }

  get alive(): boolean {
    return this.#alive;
  }

  kill(): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#onDeath();
  }

  /** It is to die at one of its next writes. */
  killAt(writes: number, moment: Moment): void {
    this.#doom = { writes, moment };
  }

  spare(): void {
    this.#doom = undefined;
  }

  /** A step of the journal. Reading changes nothing, so that a dead worker may come to its end by it. */
  async step<T>(work: () => Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
      this.steps += 1;
    }
  }

  /** A write: none is begun after death, and one that was begun is not told of. */
  async write<T>(work: () => Promise<T>): Promise<T> {
    const doom = this.#doom;
    const dies = doom !== undefined && --doom.writes < 0 ? doom.moment : undefined;
    if (dies === 'before') this.kill();
    if (!this.#alive) throw new Died();
    const done = await this.step(work);
    if (dies === 'after') this.kill();
    if (!this.#alive) throw new Died();
    return done;
  }
}

/** Told what is on disk, whoever lived to see it. */
export interface Disk {
  sending(jobId: string, send: number, targets: readonly number[]): void;
  settled(jobId: string, outcomes: Answered['outcomes']): void;
  closed(jobId: string, send: number): void;
}

/** The journal of a worker that may be killed: from then on it reads and writes nothing. */
export class MortalJournal extends Journal {
  readonly #life: Life;
  readonly #disk: Disk;

  constructor(name: string, life: Life, disk: Disk) {
    super(name);
    this.#life = life;
    this.#disk = disk;
  }

  override open(...args: Parameters<Journal['open']>) {
    return this.#life.write(() => super.open(...args));
  }

  override move(...args: Parameters<Journal['move']>) {
    return this.#life.write(() => super.move(...args));
  }

  override sending(jobId: string, targets: readonly number[]) {
    return this.#life.write(async () => {
      const send = await super.sending(jobId, targets);
      this.#disk.sending(jobId, send, targets);
      return send;
    });
  }

  override answered(jobId: string, send: number, answer: Answered) {
    return this.#life.write(async () => {
      await super.answered(jobId, send, answer);
      this.#disk.settled(jobId, answer.outcomes);
      this.#disk.closed(jobId, send);
    });
  }

  override settled(jobId: string, outcomes: Answered['outcomes']) {
    return this.#life.write(async () => {
      await super.settled(jobId, outcomes);
      this.#disk.settled(jobId, outcomes);
    });
  }

  override job(jobId: string) {
    return this.#life.step(() => super.job(jobId));
  }

  override plan(jobId: string) {
    return this.#life.step(() => super.plan(jobId));
  }

  override jobs() {
    return this.#life.step(() => super.jobs());
  }

  override outcomes(jobId: string) {
    return this.#life.step(() => super.outcomes(jobId));
  }

  override sends(jobId: string) {
    return this.#life.step(() => super.sends(jobId));
  }
}

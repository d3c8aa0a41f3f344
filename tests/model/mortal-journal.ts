import type { Answered } from '../../utils/job/job-record.ts';
import { Journal } from '../../utils/job/journal.ts';

/** Thrown at each write of a worker that was killed. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** Whether a worker dies before a write of its journal reaches the disk, or right after. */
export type Moment = 'before' | 'after';

/** The life of a worker. */
export class Life {
  /** How many runs of jobs have not ended. */
  awake = 0;
  /** How many steps of the journal are running. */
  busy = 0;
  /** How many steps of the journal have ended. */
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

  /** Makes it die after `writes` more writes, at the next one. */
  killAt(writes: number, moment: Moment): void {
    this.#doom = { writes, moment };
  }

  spare(): void {
    this.#doom = undefined;
  }

  /** Runs a step of the journal. A dead worker may still read, so that its runs can end. */
  async step<T>(work: () => Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
      this.steps += 1;
    }
  }

  /**
   * Runs a write. After death none starts, and the worker does not learn whether the last one
   * worked.
   */
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

/** Receives what is on disk, whether or not the worker is still alive. */
export interface Disk {
  sending(jobId: string, send: number, targets: readonly number[]): void;
  settled(jobId: string, outcomes: Answered['outcomes']): void;
  closed(jobId: string, send: number): void;
}

/** The journal of a worker that may be killed: from then on it writes nothing. */
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

import { expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Account, NEW_ACCOUNT } from '../../utils/accounts/account.ts';
import { saveAccount } from '../../utils/accounts/saving.ts';
import type { Item } from '../../utils/collection/item.ts';
import { Journal } from '../../utils/job/journal.ts';
import { Runner } from '../../utils/job/runner.ts';
import { keyHint } from '../../utils/keys/credentials.ts';
import { draftPlan } from '../../utils/plan/draft.ts';
import { targetName } from '../../utils/plan/target.ts';
import { HeldVod, ODD_HOST } from './held-vod.ts';
import { Died, Life, type Moment, MortalJournal } from './mortal-journal.ts';
import { Truth } from './truth.ts';

const KEY = { accessKeyId: 'LTAI5tAcme0000', accessKeySecret: 'secret-of-acme-0123456789' };

/** The most turns of the event loop until everything must be quiet. */
const MOST_TURNS = 20_000;

interface Worker {
  readonly runner: Runner;
  readonly life: Life;
}

/** The extension's worker, which can be started and killed, with a VOD that holds its calls. */
export class System {
  readonly truth = new Truth();
  readonly vod = new HeldVod(this.truth);
  readonly account: Account = {
    ...NEW_ACCOUNT,
    id: 'acme',
    name: 'Acme',
    region: 'cn-shanghai',
    ownDomains: [...this.vod.account.domains.map(({ host }) => host), ODD_HOST],
  };
  online = true;
  /** Whether the worker last asked the browser to start it again and again. */
  wakesAgain: boolean | undefined;
  readonly #name = `journal-${crypto.randomUUID()}`;
  /** Reads what is on disk, independently of the worker. */
  readonly journal = new Journal(this.#name);
  readonly #errors: unknown[] = [];
  #worker: Worker | undefined;

  /** Opens a system with fake timers, until `close`. */
  static async open(): Promise<System> {
    fakeBrowser.reset();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const system = new System();
    vi.spyOn(console, 'error').mockImplementation((error) => {
      if (!(error instanceof Died)) system.#errors.push(error);
    });
    vi.stubGlobal('fetch', (...args: Parameters<HeldVod['fetch']>) =>
      system.#worker?.life.alive === true
        ? system.vod.fetch(...args)
        : Promise.reject(new TypeError('dead')),
    );
    await system.enterKey();
    return system;
  }

  close(): void {
    vi.useRealTimers();
    vi.restoreAllMocks();
  }

  enterKey() {
    return saveAccount(this.account, KEY);
  }

  /** An event for which the browser starts the worker, if it does not run. */
  async wake(happens: (runner: Runner) => Promise<unknown> = async () => {}): Promise<void> {
    await this.#bury();
    const started = this.#worker === undefined;
    const { runner } = this.#worker ?? this.#start();
    try {
      if (started) await runner.resume();
      await happens(runner);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
    await this.quiet();
  }

  kill(): void {
    this.#worker?.life.kill();
  }

  /** Makes the worker, if there is one, die after `writes` more writes, at the next one. */
  killAt(writes: number, moment: Moment): void {
    this.#worker?.life.killAt(writes, moment);
  }

  /** Confirms a plan of some items. */
  async start(items: readonly Item[], videoIds: readonly string[]): Promise<void> {
    const hint = keyHint(KEY.accessKeyId);
    const { plan } = draftPlan(items, this.account, { types: ['All'], videoIds }, undefined, hint);
    if (plan === undefined) return;
    this.truth.confirmed(plan, (name) => this.vod.has(name));
    const confirmed = { plan, typed: plan.targets.length };
    // If the worker dies before it writes the job, there is no job, and the person confirms again.
    while ((await this.journal.job(plan.id)) === undefined) {
      await this.wake(async (runner) => expect(await runner.start(confirmed)).toBeUndefined());
    }
  }

  /** Resolves when all that is left waits for VOD or for a timer. */
  async quiet(): Promise<void> {
    const steps = () => `${this.#worker?.life.steps} ${this.vod.waiting}`;
    for (let calm = 0, turns = 0; calm < 8; calm += 1, turns += 1) {
      if (turns > MOST_TURNS) throw new Error('It does not become quiet');
      const before = steps();
      await new Promise(setImmediate);
      if (before !== steps() || (this.#worker?.life.busy ?? 0) > 0) calm = 0;
    }
  }

  /** Lets time pass. */
  async pass(ms: number, step = 50): Promise<void> {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      vi.advanceTimersByTime(Math.min(step, end - Date.now()));
      await this.quiet();
    }
  }

  /** Lets time pass until no run is left. */
  async rest(): Promise<void> {
    await this.quiet();
    for (let turn = 0; (this.#worker?.life.awake ?? 0) > 0; turn += 1) {
      if (turn > 5000) throw new Error('A run does not come to its end');
      vi.advanceTimersToNextTimer();
      await this.quiet();
    }
  }

  /** Removes all obstacles and answers every call, until all jobs have ended. */
  async finish(): Promise<void> {
    this.vod.mood = 'answered';
    this.online = true;
    this.#worker?.life.spare();
    await this.enterKey();
    for (let minute = 0; minute < 10; minute += 1) {
      this.vod.answerAll();
      await this.wake((runner) => runner.mended(this.account.id));
      await this.rest();
      const jobs = await this.journal.jobs();
      if (jobs.every(({ state }) => state === 'ended')) return;
      await this.pass(60_000, 60_000);
    }
    throw new Error('Not all jobs come to an end');
  }

  /** Checks that the journal says the same as the writes that were recorded. */
  async insistAtEnd(): Promise<void> {
    this.truth.insistAtEnd();
    expect(this.#errors).toEqual([]);
    for (const { plan, aims } of this.truth.jobs) {
      const outcomes = await this.journal.outcomes(plan.id);
      expect(outcomes.map(({ target, outcome }) => [target, outcome])).toEqual(
        aims.map(({ outcome }, target) => [target, outcome]),
      );
      const { counts, total } = (await this.journal.job(plan.id)) ?? {};
      expect(Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(plan.targets.map(targetName)).toEqual(aims.map(({ name }) => name));
    }
  }

  #start(): Worker {
    const life = new Life(() => this.vod.orphan());
    const runner = new Runner({
      journal: new MortalJournal(this.#name, life, this.truth),
      stayAwake: () => {
        life.awake += 1;
        return () => {
          life.awake -= 1;
        };
      },
      graceMs: async () => 0,
      online: () => this.online,
      wakeAgain: async (again) => {
        this.wakesAgain = again;
      },
    });
    this.#worker = { runner, life };
    return this.#worker;
  }

  /** Lets the runs of a dead worker end, so that its locks are released. */
  async #bury(): Promise<void> {
    if (this.#worker === undefined || this.#worker.life.alive) return;
    await this.rest();
    this.#worker = undefined;
  }
}

import type { Answered } from '../../utils/job/job-record.ts';
import type { Outcome } from '../../utils/job/outcome.ts';
import type { Plan } from '../../utils/plan/plan.ts';
import { targetName } from '../../utils/plan/target.ts';
import { type Call, isOdd, type Said, type Watcher } from './held-vod.ts';
import type { Disk } from './mortal-journal.ts';

/** The truth about one target, and what was written about it. */
interface Aim {
  readonly name: string;
  /** Whether VOD accepts it: neither an odd address nor the address of a snapshot. */
  readonly taken: boolean;
  /** Who removed it: a call or a colleague; absent while VOD has it. */
  gone?: 'colleague' | 'never-there' | Call;
  /** RequestIds of calls that named it when it was already gone, and whose answer said done. */
  readonly passedOver: Set<string>;
  /** How many sends of it were written, whether or not the call was made. */
  written: number;
  /** How many calls named it and got no answer, or one that did not tell the result. */
  unclear: number;
  outcome?: Outcome;
}

interface Job {
  readonly plan: Plan;
  readonly aims: readonly Aim[];
  readonly open: Map<number, readonly number[]>;
  stopped: boolean;
}

const LONGEST_LINE = 8192;

/**
 * A simple record of the truth. The real system is compared with it, and breaches are collected.
 */
export class Truth implements Watcher, Disk {
  readonly broken: string[] = [];
  readonly jobs: Job[] = [];
  readonly #aims = new Map<string, Aim>();
  readonly #succeeded = new Set<string>();

  /** A plan was confirmed; `there` tells whether VOD has a target. */
  confirmed(plan: Plan, there: (name: string) => boolean): void {
    const aims = plan.targets.map((target): Aim => {
      const name = targetName(target);
      const taken = !isOdd(name) && !(target.by === 'url' && target.snapshot !== undefined);
      const gone = there(name) ? {} : { gone: 'never-there' as const };
      return { name, taken, passedOver: new Set(), written: 0, unclear: 0, ...gone };
    });
    for (const aim of aims) this.#aims.set(aim.name, aim);
    this.jobs.push({ plan, aims, open: new Map(), stopped: false });
  }

  removedByColleague(name: string): void {
    const aim = this.#aims.get(name);
    if (aim !== undefined) aim.gone ??= 'colleague';
  }

  arrived(call: Call): void {
    if (call.action !== 'DeleteImage') return;
    const { names, by } = call;
    if (names.length > (by === 'VideoId' ? 1 : 20)) this.#breaks(`${names.length} in a call`);
    if (call.url.length > LONGEST_LINE) this.#breaks(`a call of ${call.url.length} characters`);
    const job = this.jobs.find(({ aims }) => aims.some(({ name }) => name === names[0]));
    for (const name of names) {
      const aim = job?.aims.find((one) => one.name === name);
      if (aim === undefined) this.#breaks(`${name} is sent and no target of its job`);
      else if (aim.outcome !== undefined) this.#breaks(`${name} is sent after ${aim.outcome}`);
      if (aim !== undefined) aim.unclear += 1;
    }
    const written = [...(job?.open.values() ?? [])].some(
      (targets) => targets.map((index) => job?.aims[index]?.name).join() === names.join(),
    );
    if (!written) this.#breaks(`${names.join()} is sent and not written down`);
  }

  removed(call: Call, names: readonly string[]): void {
    for (const name of names) {
      const aim = this.#aims.get(name);
      if (aim !== undefined) aim.gone ??= call;
    }
  }

  answers(call: Call, said: Said): void {
    if (call.action !== 'DeleteImage' || said === 'neither') return;
    if (said === 'done') this.#succeeded.add(call.requestId);
    for (const name of call.names) {
      const aim = this.#aims.get(name);
      if (aim === undefined) continue;
      aim.unclear -= 1;
      const before = aim.gone !== undefined && aim.gone !== call;
      if (said === 'done' && before) aim.passedOver.add(call.requestId);
    }
  }

  sending(jobId: string, send: number, targets: readonly number[]): void {
    const job = this.#job(jobId);
    job?.open.set(send, targets);
    for (const target of targets) {
      const aim = job?.aims[target];
      if (aim !== undefined) aim.written += 1;
    }
  }

  closed(jobId: string, send: number): void {
    this.#job(jobId)?.open.delete(send);
  }

  settled(jobId: string, outcomes: Answered['outcomes']): void {
    for (const { target, outcome, requestId, reason } of outcomes) {
      const aim = this.#job(jobId)?.aims[target];
      if (aim === undefined) {
        this.#breaks(`an outcome of target ${target}, which there is not`);
        continue;
      }
      if (aim.outcome !== undefined) this.#breaks(`${aim.name} is settled twice`);
      const lie = this.#lieIn(aim, outcome, requestId, reason?.kind);
      if (lie !== undefined) this.#breaks(`${aim.name} is called ${outcome}: ${lie}`);
      aim.outcome ??= outcome;
    }
  }

  /**
   * Checks what must hold whenever all is quiet.
   * @throws Error with all breaches so far.
   */
  insist(): void {
    for (const { aims } of this.jobs) for (const aim of aims) this.#stillTrue(aim);
    if (this.broken.length > 0) throw new Error(this.broken.join('\n'));
  }

  /**
   * Checks what must hold when all jobs have ended.
   * @throws Error with all breaches.
   */
  insistAtEnd(): void {
    for (const { aims, stopped } of this.jobs) {
      for (const { name, taken, outcome, gone, unclear } of aims) {
        if (outcome === undefined) this.#breaks(`${name} has no outcome`);
        if (stopped || outcome === 'deleted' || outcome === 'already-gone') continue;
        // A call that is never answered, while others are, is given up after its fifth try.
        const givenUp = outcome === 'unknown' && unclear >= 5;
        if (!givenUp && taken) this.#breaks(`${name} ends as ${outcome}, gone: ${gone}`);
      }
    }
    this.insist();
  }

  #stillTrue({ name, outcome, gone }: Aim): void {
    const byUs = typeof gone === 'object';
    if (byUs && (outcome === 'failed' || outcome === 'stopped')) {
      this.#breaks(`${name} is called ${outcome} and was deleted by call ${gone.requestId}`);
    }
  }

  #lieIn(aim: Aim, outcome: Outcome, requestId = '', kind = ''): string | undefined {
    const { gone, written } = aim;
    if (kind.startsWith('gone-after') && written === 0) return 'there was no earlier try';
    switch (outcome) {
      case 'deleted':
        if (!this.#succeeded.has(requestId)) return 'no call said so';
        // In the mode `ignore-missing`, VOD does not tell which items were missing.
        if (aim.passedOver.has(requestId)) return undefined;
        return typeof gone === 'object' && gone.requestId === requestId
          ? undefined
          : 'that call did not delete it';
      case 'already-gone':
        return gone === undefined ? 'VOD has it' : undefined;
      case 'failed':
      case 'stopped':
        return typeof gone === 'object' ? `call ${gone.requestId} deleted it` : undefined;
      case 'unknown':
        return written === 0 ? 'it was never sent' : undefined;
    }
  }

  #job(jobId: string): Job | undefined {
    return this.jobs.find(({ plan }) => plan.id === jobId);
  }

  #breaks(what: string): void {
    this.broken.push(what);
  }
}

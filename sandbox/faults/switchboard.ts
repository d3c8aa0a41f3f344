import type { Answer } from '../vod/answers.ts';
import type {
  Fault,
  FaultCall,
  FaultHooks,
  FaultOptions,
  MixedBatch,
  SpoiltCredentials,
} from './fault.ts';
import { type FaultName, faults } from './index.ts';

interface Active {
  readonly options: FaultOptions;
  readonly hooks: FaultHooks;
}

/** The faults that are on, and their combined effect. */
export class Switchboard {
  readonly #active = new Map<FaultName, Active>();

  /** Turns a fault on; one that is on already starts again. */
  set(name: FaultName, options: FaultOptions = {}): void {
    const fault: Fault<FaultOptions> = faults[name];
    const merged = merge(name, fault.defaults, options);
    this.#active.set(name, { options: merged, hooks: fault.start(merged) });
  }

  clear(): void {
    this.#active.clear();
  }

  /** The faults that are on, with their options. */
  list(): readonly { readonly name: FaultName; readonly options: FaultOptions }[] {
    return [...this.#active].map(([name, { options }]) => ({ name, options }));
  }

  get clockOffset(): number {
    return this.#hooks().reduce((sum, hooks) => sum + (hooks.clockOffset ?? 0), 0);
  }

  get mixedBatch(): MixedBatch {
    return this.#hooks().find((hooks) => hooks.mixedBatch)?.mixedBatch ?? 'refuse-all';
  }

  get takesSnapshots(): boolean {
    return this.#hooks().some((hooks) => hooks.takesSnapshots === true);
  }

  credentials(): SpoiltCredentials | undefined {
    for (const hooks of this.#hooks()) {
      const spoilt = hooks.credentials?.();
      if (spoilt) return spoilt;
    }
    return undefined;
  }

  dropsArrival(call: FaultCall): boolean {
    return this.#hooks().some((hooks) => hooks.dropArrival?.(call) === true);
  }

  delay(call: FaultCall): number {
    return this.#hooks().reduce((sum, hooks) => sum + (hooks.delay?.(call) ?? 0), 0);
  }

  answerInstead(call: FaultCall): Answer | undefined {
    for (const hooks of this.#hooks()) {
      const answer = hooks.answerInstead?.(call);
      if (answer) return answer;
    }
    return undefined;
  }

  dropsAnswer(call: FaultCall): boolean {
    return this.#hooks().some((hooks) => hooks.dropAnswer?.(call) === true);
  }

  #hooks(): readonly FaultHooks[] {
    return [...this.#active.values()].map(({ hooks }) => hooks);
  }
}

function merge(name: string, defaults: FaultOptions, options: FaultOptions): FaultOptions {
  for (const [option, value] of Object.entries(options)) {
    const wanted = typeof defaults[option];
    if (typeof value !== wanted) {
      throw new TypeError(
        wanted === 'undefined'
          ? `The fault "${name}" has no option "${option}"`
          : `The option "${option}" of the fault "${name}" is a ${wanted}`,
      );
    }
  }
  return { ...defaults, ...options };
}

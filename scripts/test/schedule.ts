/** How a task ended. */
export type Result = 'passed' | 'failed' | 'skipped';

/** A piece of work that can run beside others. */
export interface Task {
  readonly name: string;
  /** Names of tasks that must have passed before. */
  readonly needs?: readonly string[];
  /** How many cores it keeps busy. */
  readonly weight: number;
  /** Tasks with the same lock never run at the same time. */
  readonly lock?: string;
}

export interface Work<T extends Task> {
  /** Does a task; it must not throw. */
  run(task: T): Promise<Result>;
  /** Is called for a task that cannot run, since a task that it needs did not pass. */
  drop(task: T, missing: string): void;
  /** Whether no further task is to start. */
  isStopped(): boolean;
}

/**
 * Runs tasks side by side. A task starts as soon as what it needs has passed and as many cores are
 * free as it keeps busy; of several, the first in the list starts first.
 * @param cores How many cores there are. A task of more weight than that has them all.
 * @returns How each task ended; a task that was dropped counts as failed, or as skipped if what it
 *   needs was skipped. Tasks that were not started when `isStopped` turned true are left out.
 */
export async function schedule<T extends Task>(
  tasks: readonly T[],
  cores: number,
  work: Work<T>,
): Promise<ReadonlyMap<string, Result>> {
  const results = new Map<string, Result>();
  const waiting = new Set(tasks);
  const running = new Map<T, Promise<void>>();
  const weightOf = ({ weight }: T): number => Math.min(weight, cores);

  const fits = (task: T): boolean => {
    const busy = [...running.keys()].reduce((sum, one) => sum + weightOf(one), 0);
    const locked = [...running.keys()].some(({ lock }) => lock !== undefined && lock === task.lock);
    return busy + weightOf(task) <= cores && !locked;
  };
  const start = (task: T): void => {
    const ends = work.run(task).then((result) => {
      results.set(task.name, result);
      running.delete(task);
    });
    running.set(task, ends);
  };

  while (waiting.size + running.size > 0) {
    for (const task of work.isStopped() ? [] : waiting) {
      const needs = task.needs ?? [];
      const missing = needs.find((name) => results.has(name) && results.get(name) !== 'passed');
      if (missing !== undefined) {
        waiting.delete(task);
        results.set(task.name, results.get(missing) ?? 'failed');
        work.drop(task, missing);
      } else if (needs.every((name) => results.get(name) === 'passed') && fits(task)) {
        waiting.delete(task);
        start(task);
      }
    }
    // Dropping the last task leaves nothing to wait for; needs that nobody has can never be met.
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  return results;
}

import { describe, expect, it } from 'vitest';
import { type Result, schedule, type Task } from './schedule.ts';

/** Runs tasks that end when they are told to, and records what happens. */
class Trial {
  readonly log: string[] = [];
  stopped = false;
  readonly #ends = new Map<string, (result: Result) => void>();

  async start(tasks: readonly Task[], cores: number): Promise<ReadonlyMap<string, Result>> {
    return schedule(tasks, cores, {
      run: ({ name }) => {
        this.log.push(`+${name}`);
        return new Promise((resolve) => this.#ends.set(name, resolve));
      },
      drop: ({ name }, missing) => this.log.push(`!${name}: ${missing}`),
      isStopped: () => this.stopped,
    });
  }

  async end(name: string, result: Result = 'passed'): Promise<void> {
    this.log.push(`-${name}`);
    this.#ends.get(name)?.(result);
    // All that follows from the end happens before a new turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a schedule', () => {
  it('runs side by side what the cores are enough for, in the order of the list', async () => {
    const trial = new Trial();
    const done = trial.start(
      [
        { name: 'a', weight: 1 },
        { name: 'b', weight: 1.5 },
        { name: 'c', weight: 1 },
      ],
      2,
    );
    await trial.end('a');
    await trial.end('c');
    await trial.end('b');
    expect(trial.log).toEqual(['+a', '+c', '-a', '-c', '+b', '-b']);
    expect([...(await done)]).toEqual([
      ['a', 'passed'],
      ['c', 'passed'],
      ['b', 'passed'],
    ]);
  });

  it('gives a task of more weight than there are cores all of them', async () => {
    const trial = new Trial();
    const done = trial.start(
      [
        { name: 'a', weight: 4 },
        { name: 'b', weight: 1 },
      ],
      1,
    );
    await trial.end('a');
    await trial.end('b');
    await done;
    expect(trial.log).toEqual(['+a', '-a', '+b', '-b']);
  });

  it('starts a task once what it needs has passed', async () => {
    const trial = new Trial();
    const done = trial.start(
      [
        { name: 'test', weight: 1, needs: ['build'] },
        { name: 'build', weight: 1 },
      ],
      4,
    );
    await trial.end('build');
    await trial.end('test');
    await done;
    expect(trial.log).toEqual(['+build', '-build', '+test', '-test']);
  });

  it('drops what needs a task that failed, and what needs that in turn', async () => {
    const trial = new Trial();
    const done = trial.start(
      [
        { name: 'build', weight: 1 },
        { name: 'test', weight: 1, needs: ['build'] },
        { name: 'report', weight: 1, needs: ['test'] },
        { name: 'lint', weight: 1 },
      ],
      2,
    );
    await trial.end('build', 'failed');
    await trial.end('lint');
    const results = await done;
    expect(trial.log.filter((line) => line.startsWith('!'))).toEqual([
      '!test: build',
      '!report: test',
    ]);
    expect(Object.fromEntries(results)).toEqual({
      build: 'failed',
      test: 'failed',
      report: 'failed',
      lint: 'passed',
    });
  });

  it('never runs two tasks with the same lock at the same time', async () => {
    const trial = new Trial();
    const done = trial.start(
      [
        { name: 'a', weight: 1, lock: 'build' },
        { name: 'b', weight: 1, lock: 'build' },
        { name: 'c', weight: 1 },
      ],
      4,
    );
    await trial.end('a');
    await trial.end('b');
    await trial.end('c');
    await done;
    expect(trial.log).toEqual(['+a', '+c', '-a', '+b', '-b', '-c']);
  });

  it('starts nothing more once it is stopped, and waits for what runs', async () => {
    const trial = new Trial();
    const done = trial.start(
      [
        { name: 'a', weight: 1 },
        { name: 'b', weight: 1 },
      ],
      1,
    );
    trial.stopped = true;
    await trial.end('a', 'failed');
    expect([...(await done)]).toEqual([['a', 'failed']]);
    expect(trial.log).toEqual(['+a', '-a']);
  });

  it('ends when a task needs one that is not in the list', async () => {
    const trial = new Trial();
    expect([...(await trial.start([{ name: 'a', weight: 1, needs: ['b'] }], 1))]).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Coalesced } from './coalesced.ts';
import { sleep } from './sleep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('coalesced work', () => {
  it('runs at once, then at most once in each pause, separately for each key', async () => {
    const runs: string[] = [];
    const work = new Coalesced<string>(async (key) => void runs.push(key), 330);
    for (let ask = 0; ask < 10; ask += 1) work.ask('a');
    work.ask('b');
    await vi.advanceTimersByTimeAsync(0);
    expect(runs).toEqual(['a', 'b']);
    for (let ask = 0; ask < 100; ask += 1) {
      work.ask('a');
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(runs.filter((key) => key === 'a')).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs.filter((key) => key === 'a')).toHaveLength(5);
  });

  it('waits three times as long as the work took, and goes on after it failed', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let runs = 0;
    const work = new Coalesced<number>(async () => {
      runs += 1;
      await sleep(1000);
      throw new Error('It broke');
    }, 330);
    work.ask(1);
    work.ask(1);
    await vi.advanceTimersByTimeAsync(3900);
    work.ask(1);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(runs).toBe(2);
  });
});

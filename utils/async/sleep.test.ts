import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sleep } from './sleep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether a sleep has ended. */
function watched(sleeping: Promise<void>): { ended: boolean } {
  const state = { ended: false };
  void sleeping.then(() => {
    state.ended = true;
  });
  return state;
}

it('waits the given time', async () => {
  const slept = watched(sleep(1000));
  await vi.advanceTimersByTimeAsync(999);
  expect(slept.ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(slept.ended).toBe(true);
});

it('ends when the signal aborts, and leaves no timer behind', async () => {
  const stop = new AbortController();
  const slept = watched(sleep(1000, stop.signal));
  await vi.advanceTimersByTimeAsync(10);
  expect(slept.ended).toBe(false);
  stop.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(slept.ended).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

it('does not wait if the signal is aborted already', async () => {
  await sleep(1000, AbortSignal.abort());
  expect(vi.getTimerCount()).toBe(0);
});

it('removes its listener from a signal that is not aborted', async () => {
  const { signal } = new AbortController();
  const removed = vi.spyOn(signal, 'removeEventListener');
  const slept = sleep(5, signal);
  await vi.advanceTimersByTimeAsync(5);
  await slept;
  expect(removed).toHaveBeenCalledWith('abort', expect.any(Function));
});

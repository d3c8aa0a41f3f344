import { afterEach, expect, it, vi } from 'vitest';
import { observe } from './observe.ts';
import { sleep } from './sleep.ts';

afterEach(() => void vi.restoreAllMocks());

/** A change source that a test fires. */
function source() {
  const listeners = new Set<() => void>();
  return {
    listeners,
    watch: (changed: () => void) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    change: () => {
      for (const listener of listeners) listener();
    },
  };
}

const settled = () => sleep(0);

it('calls the listener at once and after each change of any source', async () => {
  const [one, other] = [source(), source()];
  let value = 1;
  const told: number[] = [];
  observe(
    async () => value,
    [one.watch, other.watch],
    (read) => told.push(read),
  );
  await settled();
  value = 2;
  one.change();
  await settled();
  value = 3;
  other.change();
  await settled();
  expect(told).toEqual([1, 2, 3]);
});

it('passes on only the reading that began last, even if an earlier one ends later', async () => {
  const { watch, change } = source();
  const readings: ((value: string) => void)[] = [];
  const told: string[] = [];
  const read = () => new Promise<string>((resolve) => readings.push(resolve));
  observe(read, [watch], (value) => told.push(value));
  change();
  readings[1]?.('new');
  await settled();
  readings[0]?.('old');
  await settled();
  expect(told).toEqual(['new']);
});

it('skips a reading that fails, and passes on the next', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { watch, change } = source();
  const read = vi.fn<() => Promise<string>>();
  read.mockRejectedValueOnce(new Error('It broke')).mockResolvedValue('read');
  const told: string[] = [];
  observe(read, [watch], (value) => told.push(value));
  await settled();
  expect(told).toEqual([]);
  expect(errors).toHaveBeenCalledOnce();
  change();
  await settled();
  expect(told).toEqual(['read']);
});

it('calls nothing after its end, not even for a reading that has begun, and leaves its sources', async () => {
  const { watch, change, listeners } = source();
  const told: string[] = [];
  const end = observe(
    async () => 'read',
    [watch],
    (value) => told.push(value),
  );
  end();
  change();
  await settled();
  expect(told).toEqual([]);
  expect(listeners.size).toBe(0);
});

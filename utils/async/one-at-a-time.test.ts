import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';
import { sleep } from './sleep.ts';

it('starts each function when the one before has ended, in the order of the calls', async () => {
  const run = oneAtATime();
  const steps: string[] = [];
  const work = (name: string, ms: number) =>
    run(async () => {
      steps.push(`${name} starts`);
      await sleep(ms);
      steps.push(`${name} ends`);
      return name;
    });
  expect(await Promise.all([work('a', 5), work('b', 0), work('c', 0)])).toEqual(['a', 'b', 'c']);
  expect(steps).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
});

it('continues after a function that failed, and rejects only for that one', async () => {
  const run = oneAtATime();
  const failing = run(async () => {
    throw new Error('It broke');
  });
  const next = run(async () => 'done');
  await expect(failing).rejects.toThrow('It broke');
  expect(await next).toBe('done');
});

it('does not make one queue wait for another', async () => {
  const [one, other] = [oneAtATime(), oneAtATime()];
  const waits = Promise.withResolvers<void>();
  const held = one(() => waits.promise);
  expect(await other(async () => 'done')).toBe('done');
  waits.resolve();
  await held;
});

import { describe, expect, it } from 'vitest';
import { sleep } from './sleep.ts';
import { together } from './together.ts';

/** A disk that completes a write only when `done` is called. */
function slowDisk() {
  const groups: (readonly number[])[] = [];
  let done = (_failed?: Error) => {};
  const write = together(
    (items: readonly number[]) =>
      new Promise<number[]>((resolve, reject) => {
        groups.push(items);
        done = (failed) => {
          if (failed === undefined) resolve(items.map((item) => item * 10));
          else reject(failed);
        };
      }),
  );
  return { groups, write, finish: (failed?: Error) => done(failed) };
}

const settled = () => sleep(0);

describe('writing together', () => {
  it('writes the first item at once and later ones as one group, each with its own result', async () => {
    const { groups, write, finish } = slowDisk();
    const results = [1, 2, 3].map((item) => write(item));
    expect(groups).toEqual([[1]]);
    finish();
    await settled();
    expect(groups).toEqual([[1], [2, 3]]);
    finish();
    expect(await Promise.all(results)).toEqual([10, 20, 30]);
  });

  it('rejects all items of a group that fails, and none of the next group', async () => {
    const { write, finish } = slowDisk();
    const first = write(1);
    finish();
    await first;
    const failing = [write(2)];
    failing.push(write(3), write(4));
    finish(new Error('disk full'));
    await expect(failing[0]).rejects.toThrow('disk full');
    await settled();
    finish();
    expect(await failing[1]).toBe(30);
    expect(await failing[2]).toBe(40);
  });
});

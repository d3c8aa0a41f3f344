import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTryAt, recounted, type Tries, waitAfter, withTry } from './tries.ts';

const LONGEST = 15 * 60_000;

describe('the wait after wrong tries', () => {
  it('is none after the first three, then 2 s, doubling to 15 minutes', () => {
    const waits = Array.from({ length: 15 }, (_, index) => waitAfter(index + 1) / 1000);
    expect(waits).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    expect(waitAfter(100_000)).toBe(LONGEST);
  });

  it('ends when it is over, and not before', () => {
    const tries: Tries = { count: 4, at: 1000, waitMs: 2000 };
    expect(nextTryAt(tries, 1000)).toBe(3000);
    expect(nextTryAt(tries, 2999)).toBe(3000);
    expect(nextTryAt(tries, 3000)).toBeUndefined();
    expect(nextTryAt(null, 0)).toBeUndefined();
  });

  it('is not ended by a clock that is set back, nor made longer than it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 40 }),
        fc.integer({ min: 0, max: 2e12 }),
        fc.integer({ min: 1, max: 2e12 }),
        (count, now, back) => {
          const tries = { count, at: now + back, waitMs: waitAfter(count) };
          expect(nextTryAt(tries, now)).toBe(now + tries.waitMs);
          const counted = recounted(tries, now);
          expect(counted?.count).toBe(count);
          expect(nextTryAt(counted, now)).toBe(now + tries.waitMs);
          expect(nextTryAt(counted, now + LONGEST)).toBeUndefined();
        },
      ),
    );
  });

  it('is written before a try, so that one cut short counts', () => {
    let tries: Tries | null = null;
    for (let count = 1; count <= 4; count += 1) tries = withTry(tries, 10);
    expect(tries).toEqual({ count: 4, at: 10, waitMs: 2000 });
    expect(recounted(tries, 10)).toBe(tries);
  });
});

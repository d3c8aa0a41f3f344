import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeColours, badgeText } from '../tabs/badge.ts';
import { Coalesced } from './coalesced.ts';
import { sleep } from './sleep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('coalesced work', () => {
  it('runs at once, then at most once a pause for each key', async () => {
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

  it('rests three times as long as the work took, and survives its failure', async () => {
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

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1000, '999+'],
  ])('says %i as %j', (count, text) => expect(badgeText(count)).toBe(text));

  it.each([true, false])('can be read when watched is %s', (watched) => {
    const { background, text } = badgeColours(watched);
    expect(contrast(background, text)).toBeGreaterThan(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

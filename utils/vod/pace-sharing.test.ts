import { describe, expect, it } from 'vitest';
import { rateUse, shares } from '../../tests/bench/deletion/measure.ts';
import {
  type Arrived,
  type Simulated,
  type Simulation,
  simulate,
} from '../../tests/drive/vod/pace-simulation.ts';

const LIMIT = 50;

function withSeeds(count: number, options: Omit<Simulation, 'seed'>): Promise<Simulated[]> {
  const seeds = Array.from({ length: count }, (_, at) => at + 1);
  return Promise.all(seeds.map((seed) => simulate({ ...options, seed })));
}

function between({ calls }: Simulated, from: number, to: number): Arrived[] {
  return calls.filter(({ at }) => at >= from * 1000 && at < to * 1000);
}

function through(calls: readonly Arrived[]): number {
  return calls.filter(({ code }) => code === undefined).length;
}

function throttled(calls: readonly Arrived[]): number {
  return 1 - through(calls) / calls.length;
}

function shareOfSecond(calls: readonly Arrived[]): number {
  return shares(calls, ({ browser }) => browser)[1] ?? Number.NaN;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** How many of some shares are of a fair size. */
function fair(all: readonly number[]): number {
  return all.filter((share) => share >= 0.4 && share <= 0.6).length / all.length;
}

describe('the bench’s jobs, in simulated time', () => {
  it('of one browser reach 95 % of the limit, with next to nothing throttled', async () => {
    const runs = await withSeeds(24, { browsers: [{ calls: 500 }], limit: LIMIT, seconds: 30 });
    const uses = runs.map(({ calls }) => rateUse(calls, LIMIT));
    expect(mean(uses.map(({ ofLimit }) => ofLimit))).toBeGreaterThanOrEqual(0.965);
    expect(Math.min(...uses.map(({ ofLimit }) => ofLimit))).toBeGreaterThanOrEqual(0.945);
    expect(Math.max(...uses.map(({ upAfter }) => upAfter))).toBeLessThan(4);
    expect(Math.max(...runs.map(({ calls }) => throttled(calls)))).toBeLessThanOrEqual(0.005);
  });

  it('of two browsers are throttled in 2 % at most and share it fairly', async () => {
    const browsers = [{ calls: 250 }, { calls: 250, from: 300 }];
    const runs = await withSeeds(24, { browsers, limit: LIMIT, seconds: 40 });
    const lost = runs.map(({ calls }) => throttled(calls));
    expect(mean(lost)).toBeLessThanOrEqual(0.013);
    expect(Math.max(...lost)).toBeLessThanOrEqual(0.02);
    expect(fair(runs.map(({ calls }) => shareOfSecond(calls)))).toBeGreaterThanOrEqual(0.95);
  });
});

describe('in the long run', () => {
  it.each([
    { limit: 50, network: 6, atLeast: 0.965, atMost: 0.005 },
    { limit: 50, network: 300, atLeast: 0.9, atMost: 0.01 },
    { limit: 20, network: 6, atLeast: 0.95, atMost: 0.015 },
    { limit: 10, network: 6, atLeast: 0.9, atMost: 0.03 },
  ])('one browser finds a limit of $limit at $network ms', async (given) => {
    const { limit, network, atLeast, atMost } = given;
    const runs = await withSeeds(12, { browsers: [{}], limit, network, seconds: 70 });
    const calls = runs.map((run) => between(run, 10, 70));
    expect(mean(calls.map((one) => through(one) / limit / 60))).toBeGreaterThanOrEqual(atLeast);
    expect(mean(calls.map(throttled))).toBeLessThanOrEqual(atMost);
  });

  it('two browsers share it fairly', async () => {
    const runs = await withSeeds(12, { browsers: [{}, { from: 200 }], limit: LIMIT, seconds: 70 });
    const calls = runs.map((run) => between(run, 10, 70));
    expect(mean(calls.map((one) => through(one) / LIMIT / 60))).toBeGreaterThanOrEqual(0.95);
    expect(Math.max(...calls.map(throttled))).toBeLessThanOrEqual(0.02);
    expect(fair(calls.map(shareOfSecond))).toBeGreaterThanOrEqual(0.95);
  });

  it('one that comes later gets its part', async () => {
    const browsers = [{}, { from: 20_000 }];
    const runs = await withSeeds(12, { browsers, limit: LIMIT, seconds: 60 });
    const later = runs.map((run) => shareOfSecond(between(run, 40, 60)));
    expect(mean(later)).toBeGreaterThanOrEqual(0.42);
    expect(Math.min(...later)).toBeGreaterThanOrEqual(0.25);
  });
});

describe('when colleagues take four fifths of it at once', () => {
  const colleagues = { perSecond: 40, from: 20_000, until: 40_000 };
  const runs = withSeeds(12, { browsers: [{}], colleagues, limit: LIMIT, seconds: 60 });

  it('sends half as much after a second, and what is left of it after two', async () => {
    const sent = async (from: number, to: number) =>
      (await runs).map((run) => between(run, from, to).length / (to - from));
    expect(Math.min(...(await sent(15, 20)))).toBeGreaterThanOrEqual(46);
    expect(Math.max(...(await sent(21, 22)))).toBeLessThanOrEqual(25);
    expect(Math.max(...(await sent(22, 40)))).toBeLessThanOrEqual(14);
  });

  it('comes back when they leave', async () => {
    const rates = (await runs).map((run) => through(between(run, 50, 60)) / 10);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(40);
  });
});

describe('calls', () => {
  it('never leave in heaps', async () => {
    const browsers = [{}, { from: 20_000 }];
    for (const { left } of await withSeeds(12, { browsers, limit: LIMIT, seconds: 40 })) {
      for (const times of left) {
        const gaps = times.slice(1).map((at, before) => at - (times[before] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9);
        const tens = times.slice(9).map((at, first) => at - (times[first] ?? 0));
        expect(Math.min(...tens)).toBeGreaterThanOrEqual(100);
      }
    }
  });

  it('leave for none who waits before VOD allows it', async () => {
    const retryAfter = 3000;
    const options = { browsers: [{}], limit: 20, network: 20, retryAfter, seconds: 30 };
    for (const run of await withSeeds(12, options)) {
      const refused = run.calls.filter(({ code }) => code !== undefined).map(({ at }) => at);
      expect(refused.length).toBeGreaterThan(0);
      for (const at of refused) {
        // What left before the answer came is under way already.
        const early = run.left[0]?.filter((sent) => sent > at + 100 && sent < at + retryAfter);
        expect(early).toEqual([]);
      }
    }
  });
});

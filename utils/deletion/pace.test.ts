import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';
import { shareLimit } from './pace-simulation.ts';

/** A clock that moves only when something sleeps. */
function clock() {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
}

const signal = new AbortController().signal;

describe('Pace', () => {
  it('spaces calls by its rate', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 10, random: () => 0 });
    for (let call = 0; call < 11; call += 1) await pace.turn(signal);
    expect(time.now()).toBeCloseTo(1000);
  });

  it('grows with success up to the limit and never past it', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 20, limit: 50 });
    for (let call = 0; call < 1000; call += 1) {
      await pace.turn(signal);
      pace.succeeded();
    }
    expect(pace.rate).toBe(50);
  });

  it('falls once for calls that were refused together', () => {
    const pace = new Pace({ ...clock(), start: 40 });
    for (let call = 0; call < 6; call += 1) pace.throttled();
    expect(pace.rate).toBe(36);
  });

  it('holds every call back for as long as VOD asked', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40, random: () => 0 });
    pace.throttled(3000);
    await pace.turn(signal);
    expect(time.now()).toBe(3000);
  });

  it('waits two minutes at most, whatever VOD asked', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40, random: () => 0 });
    pace.throttled(3_600_000);
    await pace.turn(signal);
    expect(time.now()).toBe(120_000);
  });

  it('does not keep turns that a stopped job did not take', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 10, random: () => 0 });
    for (let call = 0; call < 1000; call += 1) await pace.turn(AbortSignal.abort());
    await pace.turn(signal);
    expect(time.now()).toBe(0);
  });

  it('never gets slower than one call in two seconds', () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40 });
    for (let call = 0; call < 100; call += 1) {
      pace.throttled(1);
      void time.sleep(10);
    }
    expect(pace.rate).toBe(0.5);
  });
});

describe('a limit that is not told, in simulated time', () => {
  it.each([
    { limit: 50, latency: 100, atLeast: 0.95 },
    { limit: 50, latency: 400, atLeast: 0.9 },
    { limit: 20, latency: 100, atLeast: 0.9 },
    { limit: 30, latency: 300, atLeast: 0.9 },
  ])('of $limit a second is used', async ({ limit, latency, atLeast }) => {
    const { ofLimit, throttled } = await shareLimit({ browsers: 1, limit, latency, seed: 1 });
    expect(ofLimit).toBeGreaterThanOrEqual(atLeast);
    expect(throttled).toBeLessThanOrEqual(0.03);
  });

  it.each([1, 2, 3, 4, 5, 6])('is shared by two browsers (seed %i)', async (seed) => {
    const { ofLimit, throttled, shares } = await shareLimit({
      browsers: 2,
      limit: 50,
      latency: 100,
      seed,
    });
    expect(ofLimit).toBeGreaterThanOrEqual(0.93);
    expect(throttled).toBeLessThanOrEqual(0.02);
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0.4);
      expect(share).toBeLessThanOrEqual(0.6);
    }
  });
});

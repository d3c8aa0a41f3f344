import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';

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
    const pace = new Pace({ ...time, start: 10 });
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

  it('halves once for calls that were refused together', () => {
    const pace = new Pace({ ...clock(), start: 40 });
    for (let call = 0; call < 6; call += 1) pace.throttled();
    expect(pace.rate).toBe(20);
  });

  it('holds every call back for as long as VOD asked', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40 });
    pace.throttled(3000);
    await pace.turn(signal);
    expect(time.now()).toBe(3000);
  });

  it('waits two minutes at most, whatever VOD asked', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40 });
    pace.throttled(3_600_000);
    await pace.turn(signal);
    expect(time.now()).toBe(120_000);
  });

  it('does not keep turns that a stopped job did not take', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 10 });
    for (let call = 0; call < 1000; call += 1) await pace.turn(AbortSignal.abort());
    await pace.turn(signal);
    expect(time.now()).toBe(0);
  });

  it('never gets slower than one call in two seconds', () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40 });
    for (let call = 0; call < 50; call += 1) {
      pace.throttled(1);
      void time.sleep(10);
    }
    expect(pace.rate).toBe(0.5);
  });
});

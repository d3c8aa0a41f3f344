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
    for (let call = 0; call < 6; call += 1) pace.throttled(call - 6);
    expect(pace.rate).toBe(36);
  });

  it('falls by more for each call that is refused within a second of the last', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40 });
    const rates = [];
    for (let call = 0; call < 4; call += 1) {
      pace.throttled(time.now());
      rates.push(pace.rate);
      await time.sleep(100);
    }
    expect(rates.map((rate) => rate.toFixed(1))).toEqual(['36.0', '28.8', '17.3', '10.4']);
  });

  it('comes back to just below what was let through, and stays there', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 20, limit: 20 });
    const letThrough = async (calls: number) => {
      for (let call = 0; call < calls; call += 1) {
        await pace.turn(signal);
        pace.succeeded();
      }
    };
    await letThrough(40);
    pace.throttled(time.now());
    expect(pace.rate).toBe(18);
    await letThrough(30);
    expect(pace.rate).toBeCloseTo(19.6);
    await letThrough(60);
    expect(pace.rate).toBeCloseTo(19.6);
  });

  it('counts what failed for another reason as let through', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 20, limit: 20 });
    for (let call = 0; call < 40; call += 1) {
      await pace.turn(signal);
      if (call % 2 === 0) pace.succeeded();
      else pace.cameThrough();
    }
    const waiting = pace.turn(signal);
    pace.throttled(time.now());
    await waiting;
    for (let call = 0; call < 30; call += 1) {
      await pace.turn(signal);
      pace.succeeded();
    }
    expect(pace.rate).toBeGreaterThan(18.5);
  });

  it('takes what came through for all that VOD lets through only where there was more to send', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 20, limit: 20 });
    for (let call = 0; call < 5; call += 1) {
      await pace.turn(signal);
      pace.succeeded();
      await time.sleep(1000);
    }
    pace.throttled(time.now());
    expect(pace.rate).toBe(18);
    await time.sleep(1000);
    pace.succeeded();
    expect(pace.rate).toBeCloseTo(19.6);
  });

  it('holds back whoever waits already', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40, random: () => 0 });
    await pace.turn(signal);
    const waiting = [pace.turn(signal), pace.turn(signal)];
    const from = time.now();
    pace.throttled(0, 3000);
    expect((await Promise.all(waiting))[0]).toBe(from + 3000);
  });

  it('lets whoever is stopped go without a turn', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 10, random: () => 0 });
    const stop = new AbortController();
    await pace.turn(signal);
    const waiting = Array.from({ length: 20 }, () => pace.turn(stop.signal));
    stop.abort();
    await Promise.all(waiting);
    await pace.turn(signal);
    expect(time.now()).toBe(100);
  });

  it('holds every call back for as long as VOD asked', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40, random: () => 0 });
    pace.throttled(0, 3000);
    await pace.turn(signal);
    expect(time.now()).toBe(3000);
  });

  it('waits two minutes at most, whatever VOD asked', async () => {
    const time = clock();
    const pace = new Pace({ ...time, start: 40, random: () => 0 });
    pace.throttled(0, 3_600_000);
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
      pace.throttled(time.now(), 1);
      void time.sleep(10);
    }
    expect(pace.rate).toBe(0.5);
  });
});

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressItem } from '../../tests/model/commands.ts';
import type { Fate } from '../../tests/model/held-vod.ts';
import { System } from '../../tests/model/system.ts';
import type { JobRecord } from './job-record.ts';

let system: System;

beforeEach(async () => {
  system = await System.open();
});
afterEach(() => system.close());

/** Confirms a plan of some addresses; resolves when its first run is over. */
async function begin(count: number, all: Fate): Promise<void> {
  const { images, domains } = system.vod.account;
  system.vod.mood = all;
  const addresses = images.slice(0, count).map(({ path }) => `https://${domains[0]?.host}${path}`);
  await system.start(addresses.map(addressItem), []);
  await system.rest();
}

/** The alarm rings; resolves when the run that it brings is over. */
async function alarm(): Promise<void> {
  await system.pass(60_000, 60_000);
  await system.wake((runner) => runner.resume());
  await system.rest();
}

const id = () => system.truth.jobs[0]?.plan.id ?? '';

async function job(): Promise<JobRecord> {
  const record = await system.journal.job(id());
  if (record === undefined) throw new Error('No job');
  return record;
}

const outcomes = async () =>
  (await system.journal.outcomes(id())).map(({ outcome, reason }) => [outcome, reason?.kind]);

/** How many calls of the job there were. */
const sends = async () => (await system.journal.sends(id())).length;

describe('a pause that passes by itself', () => {
  it.each([
    ['throttled', 'throttled', 'throttled', 40],
    ['busy', 'unreachable', 'server', 5],
    ['dropped', 'unreachable', 'transport', 5],
    ['portal', 'unreachable', 'unreadable', 5],
  ] as const)('%s for long: %s, until the alarm finds it over', async (all, pause, kind, tries) => {
    await begin(3, all);
    expect(await job()).toMatchObject({ state: 'paused', pausedFor: pause, waits: 1 });
    expect((await job()).obstacle?.kind).toBe(kind);
    expect(await outcomes()).toEqual([]);
    expect(await sends()).toBe(tries);
    expect(system.wakesAgain).toBe(true);

    await alarm();
    expect(await job()).toMatchObject({ state: 'paused', pausedFor: pause, waits: 2 });
    expect(await sends()).toBe(2 * tries);

    system.vod.mood = 'answered';
    await alarm();
    expect((await job()).state).toBe('ended');
    expect(await outcomes()).toEqual(Array(3).fill(['deleted', undefined]));
    expect(system.wakesAgain).toBe(false);
  });

  it('never calls deleted what a lost answer may have deleted', async () => {
    await begin(3, 'lost');
    expect(await job()).toMatchObject({ state: 'paused', pausedFor: 'unreachable' });
    system.vod.mood = 'answered';
    await alarm();
    expect(await outcomes()).toEqual(Array(3).fill(['already-gone', 'gone-after-lost-answer']));
  });

  it.each([
    ['throttled', 'stopped', 'stopped-by-person'],
    ['busy', 'unknown', 'not-confirmed'],
    ['lost', 'unknown', 'not-confirmed'],
  ] as const)('%s, and Stop: %s', async (all, outcome, reason) => {
    await begin(3, all);
    const sent = await sends();
    await system.wake((runner) => runner.stop(id()));
    await system.rest();
    expect((await job()).state).toBe('ended');
    expect(await outcomes()).toEqual(Array(3).fill([outcome, reason]));
    expect(await sends()).toBe(sent);
  });

  it('is counted from zero after any outcome', async () => {
    await begin(21, 'throttled');
    await alarm();
    expect((await job()).waits).toBe(2);
    system.vod.mood = 'holds';
    await system.wake((runner) => runner.resume());
    // The pace is down to a call in two seconds, and leaves two of them out.
    await system.pass(5000);
    system.vod.mood = 'throttled';
    system.vod.fulfil(0, 'answered');
    while (system.vod.waiting > 0) system.vod.fulfil(0, 'throttled');
    await system.rest();
    expect(await outcomes()).toHaveLength(20);
    expect(await job()).toMatchObject({ pausedFor: 'throttled', waits: 0 });
  });

  it('is counted from zero when the person says to go on', async () => {
    await begin(1, 'busy');
    await alarm();
    expect((await job()).waits).toBe(2);
    await system.wake((runner) => runner.goOn(id()));
    await system.rest();
    expect((await job()).waits).toBe(1);
  });

  it('is not what a refusal is, which is not counted', async () => {
    await begin(1, 'busy');
    system.vod.mood = 'refused';
    await alarm();
    expect(await job()).toMatchObject({ pausedFor: 'refused', waits: 0 });
    expect(system.wakesAgain).toBe(false);
  });
});

describe('thirty runs without any outcome', () => {
  it.each([
    ['throttled', 'failed', 'throttled'],
    ['busy', 'unknown', 'server'],
    ['dropped', 'unknown', 'transport'],
    ['lost', 'unknown', 'transport'],
  ] as const)('%s: the next one ends it as %s', async (all, outcome, reason) => {
    await begin(2, all);
    // Runs of 40 tries each are slow to play, and each does the same.
    if (all === 'throttled') await system.journal.move(id(), () => ({ waits: 29 }));
    while (((await job()).waits ?? 0) < 30) await alarm();
    expect((await job()).state).toBe('paused');
    expect(await outcomes()).toEqual([]);

    await alarm();
    expect(await job()).toMatchObject({ state: 'ended' });
    expect(await outcomes()).toEqual(Array(2).fill([outcome, reason]));
    expect(system.wakesAgain).toBe(false);

    const sent = await sends();
    system.vod.mood = 'answered';
    await alarm();
    expect(await sends()).toBe(sent);
  });

  it('offline are not counted, since nothing was tried', async () => {
    system.online = false;
    await begin(2, 'dropped');
    const { waits } = await job();
    for (let minute = 0; minute < 40; minute += 1) await alarm();
    expect(await job()).toMatchObject({ state: 'paused', pausedFor: 'offline', waits });
    expect(await sends()).toBe(1);
  });

  it('that end in a refusal still pause, since the account can be corrected', async () => {
    await begin(2, 'busy');
    await system.journal.move(id(), () => ({ waits: 30 }));
    system.vod.mood = 'refused';
    await alarm();
    expect(await job()).toMatchObject({ state: 'paused', pausedFor: 'refused' });
    expect(await outcomes()).toEqual([]);
  });
});

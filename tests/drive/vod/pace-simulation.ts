import { setImmediate } from 'node:timers/promises';
import { Rate } from '../../../sandbox/vod/limits.ts';
import { Pace } from '../../../utils/vod/pace.ts';

/** Concurrent calls of one job, as in `utils/job/job.ts`. */
const LANES = 25;

/** The time that the sandbox takes for a call, in milliseconds. */
const WORK_MS = 30;

/** How often a worker pauses because its machine does something else, and for how long at most. */
const STALL_EVERY_MS = 5000;
const LONGEST_STALL_MS = 60;

/** A browser that deletes at its own pace. */
export interface Browser {
  /** When its job starts, in milliseconds. */
  readonly from?: number;
  /** The number of calls of its job; absent: without end. */
  readonly calls?: number;
}

/** Calls from elsewhere that use a part of the limit and never slow down. */
export interface Colleagues {
  readonly perSecond: number;
  readonly from: number;
  readonly until: number;
}

export interface Simulation {
  readonly browsers: readonly Browser[];
  readonly colleagues?: Colleagues;
  /** Calls that VOD lets through in any one second. */
  readonly limit: number;
  /** The network's round trip to VOD, in milliseconds. */
  readonly network?: number;
  /** The value of `x-acs-retry-after` for a throttled call. */
  readonly retryAfter?: number;
  readonly seconds: number;
  readonly seed: number;
}

/** A call in the format of the sandbox's record, which the bench reads. */
export interface Arrived {
  readonly at: number;
  readonly browser: number;
  readonly action: 'DeleteImage';
  readonly code: 'Throttling.User' | undefined;
}

/** The result of a simulation. */
export interface Simulated {
  readonly calls: readonly Arrived[];
  /** When calls were sent, for each browser. */
  readonly left: readonly (readonly number[])[];
}

/** Simulates paces that call against the sandbox's own limit, in simulated time. */
export async function simulate(options: Simulation): Promise<Simulated> {
  const { limit, seconds, network = 6 } = options;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  const random = seeded(options.seed);
  const rate = new Rate(limit);
  const calls: Arrived[] = [];
  let now = 0;

  const until = (at: number) => new Promise<void>((wake) => waiting.push({ at, wake }));
  const after = (ms: number) => until(now + Math.max(0, ms));

  const left = options.browsers.map((browser, at) => {
    const sent: number[] = [];
    void run(browser, at, sent);
    return sent;
  });
  if (options.colleagues !== undefined) void callEvenly(options.colleagues);

  async function run(browser: Browser, at: number, sent: number[]): Promise<void> {
    const stalls = stallsOf(random, seconds * 1000);
    // A worker notices the end of a wait only after a stall.
    const awake = (ms: number) => until(stalls(now + Math.max(0, ms)));
    const endless = new AbortController().signal;
    const pace = new Pace({ now: () => now, sleep: awake, random });
    let open = browser.calls ?? Number.POSITIVE_INFINITY;

    const isLetThrough = async (): Promise<boolean> => {
      const sentAt = await pace.turn(endless);
      sent.push(now);
      await after((network / 2) * (0.5 + random()));
      const free = rate.take('account', now);
      const code = free ? undefined : 'Throttling.User';
      calls.push({ at: now, browser: at, action: 'DeleteImage', code });
      await after((free ? WORK_MS : 0) + (network / 2) * (0.5 + random()));
      await awake(0);
      if (free) pace.succeeded();
      else pace.throttled(sentAt, options.retryAfter);
      return free;
    };
    const lane = async (): Promise<void> => {
      while (open > 0) {
        open -= 1;
        while (!(await isLetThrough()));
        // The outcome is stored before the next call.
        await awake(5 + 10 * random());
      }
    };
    await awake(browser.from ?? 0);
    for (let one = 0; one < LANES; one += 1) void lane();
  }

  async function callEvenly({ perSecond, from, until: end }: Colleagues): Promise<void> {
    await after(from);
    while (now < end) {
      rate.take('account', now);
      await after((1000 / perSecond) * (0.9 + 0.2 * random()));
    }
  }

  while (now < seconds * 1000) {
    // Runs everything that does not wait for the clock.
    await setImmediate();
    if (waiting.length === 0) break;
    const next = waiting.reduce((first, one) => (one.at < first.at ? one : first));
    waiting.splice(waiting.indexOf(next), 1);
    now = next.at;
    next.wake();
  }
  return { calls, left };
}

/** @returns A function that moves a time inside a stall to the end of the stall. */
function stallsOf(random: () => number, length: number): (at: number) => number {
  const stalls: { readonly from: number; readonly to: number }[] = [];
  for (let at = 0; at < length; at += STALL_EVERY_MS) {
    const from = at + random() * (STALL_EVERY_MS - LONGEST_STALL_MS);
    stalls.push({ from, to: from + random() * LONGEST_STALL_MS });
  }
  return (at) => stalls.find(({ from, to }) => at >= from && at < to)?.to ?? at;
}

/** Random numbers from 0 to 1, the same for the same seed. Source: Numerical Recipes, ch. 7.1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

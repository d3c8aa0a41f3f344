import { Pace } from './pace.ts';

export interface Simulation {
  /** Browsers that share the account, each with a pace of its own. */
  readonly browsers: number;
  /** Calls that VOD lets through in any one second. */
  readonly limit: number;
  /** Milliseconds from a call to its answer. */
  readonly latency: number;
  readonly seed: number;
}

/** What came of it once every pace was up to speed, each as a share of 1. */
export interface Simulated {
  readonly ofLimit: number;
  readonly throttled: number;
  readonly shares: readonly number[];
}

const SECONDS = 70;
const WARM_UP_SECONDS = 10;
const LANES = 32;

/** Lets paces call against a limit in simulated time: for the tests of `Pace`. */
export async function shareLimit(options: Simulation): Promise<Simulated> {
  const { browsers, limit, latency } = options;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  const random = seeded(options.seed);
  const through = Array.from({ length: browsers }, () => 0);
  const endless = new AbortController().signal;
  let now = 0;
  let recent: number[] = [];
  let throttled = 0;

  const sleep = (ms: number) =>
    new Promise<void>((wake) => waiting.push({ at: now + Math.max(0, ms), wake }));
  const call = async (pace: Pace, browser: number) => {
    await pace.turn(endless);
    await sleep((latency / 2) * (0.8 + 0.4 * random()));
    recent = recent.filter((at) => now - at < 1000);
    const free = recent.length < limit;
    const counts = now > WARM_UP_SECONDS * 1000;
    if (free) recent.push(now);
    if (counts && free) through[browser] = (through[browser] ?? 0) + 1;
    if (counts && !free) throttled += 1;
    await sleep(latency / 2);
    if (free) pace.succeeded();
    else pace.throttled();
  };
  for (let browser = 0; browser < browsers; browser += 1) {
    const pace = new Pace({ now: () => now, sleep, random });
    for (let lane = 0; lane < LANES; lane += 1) {
      void (async () => {
        for (;;) await call(pace, browser);
      })();
    }
  }

  while (now < SECONDS * 1000) {
    // Lets everything run that does not wait for the clock.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    const next = waiting.reduce((first, one) => (one.at < first.at ? one : first));
    waiting.splice(waiting.indexOf(next), 1);
    now = next.at;
    next.wake();
  }
  const all = through.reduce((sum, one) => sum + one, 0);
  return {
    ofLimit: all / (limit * (SECONDS - WARM_UP_SECONDS)),
    throttled: throttled / (all + throttled),
    shares: through.map((one) => one / all),
  };
}

/** The same numbers from 0 to 1 for the same seed. Source: Numerical Recipes, chapter 7.1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

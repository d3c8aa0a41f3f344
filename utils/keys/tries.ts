/** Tries of the passphrase since it was last right. */
export interface Tries {
  readonly count: number;
  /** When the latest one began. */
  readonly at: number;
  /** How long to wait after it. */
  readonly waitMs: number;
}

const FREE_TRIES = 3;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** The wait after so many wrong tries: none after the first three, then 2 s, doubling to 15 min. */
export function waitAfter(count: number): number {
  if (count <= FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_TRIES - 1), LONGEST_WAIT_MS);
}

/** What is written before a try begins at this time, so that one cut short counts as well. */
export function withTry(tries: Tries | null, now: number): Tries {
  const count = (tries?.count ?? 0) + 1;
  return { count, at: now, waitMs: waitAfter(count) };
}

/** Before when no passphrase is looked at; `undefined` when one may be tried now. */
export function nextTryAt(tries: Tries | null, now: number): number | undefined {
  if (tries === null || tries.waitMs === 0) return undefined;
  // The clock was set back: the wait begins anew, for it must neither end now nor last for years.
  if (now < tries.at) return now + tries.waitMs;
  const at = tries.at + tries.waitMs;
  return at > now ? at : undefined;
}

/** Tries whose wait is counted from now when the clock was set back; otherwise the very same. */
export function recounted(tries: Tries | null, now: number): Tries | null {
  return tries !== null && now < tries.at ? { ...tries, at: now } : tries;
}

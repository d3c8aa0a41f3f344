/** The tries of the passphrase since the last right one. */
export interface Tries {
  readonly count: number;
  /** When the latest one began, in milliseconds since 1970. */
  readonly at: number;
  /** The wait after it. */
  readonly waitMs: number;
}

const FREE_TRIES = 3;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** @returns The wait in milliseconds: none for three tries, then 2 s, doubled up to 15 min. */
export function waitAfter(count: number): number {
  if (count <= FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_TRIES - 1), LONGEST_WAIT_MS);
}

/** @returns What to store before a try begins, so that an interrupted try counts as well. */
export function withTry(tries: Tries | null, now: number): Tries {
  const count = (tries?.count ?? 0) + 1;
  return { count, at: now, waitMs: waitAfter(count) };
}

/** @returns When the next try is allowed (milliseconds since 1970), or `undefined` if now. */
export function nextTryAt(tries: Tries | null, now: number): number | undefined {
  if (tries === null || tries.waitMs === 0) return undefined;
  // The clock was set back. The wait starts again, so that it neither ends now nor lasts for years.
  if (now < tries.at) return now + tries.waitMs;
  const at = tries.at + tries.waitMs;
  return at > now ? at : undefined;
}

/** @returns Tries whose wait starts now if the clock was set back, else the same object. */
export function recounted(tries: Tries | null, now: number): Tries | null {
  return tries !== null && now < tries.at ? { ...tries, at: now } : tries;
}

import { oneAtATime } from '../async/one-at-a-time.ts';

/** Runs changes of accounts and of the vault one after another, so that no two overlap. */
export const inTurn = oneAtATime();

import type { Fault } from './fault.ts';

type Options = {
  /** How far the clock is ahead; negative is behind. */
  readonly minutes: number;
};

export const wrongClock: Fault<Options> = {
  doc: 'Sets the clock of the gateway off, in its checks and in the Date header.',
  defaults: { minutes: 30 },
  start: ({ minutes }) => ({ clockOffset: minutes * 60_000 }),
};

import type { Reason } from '../plan/reason.ts';

/** How a target ended. `unknown`: it was sent, but VOD's answer was lost or proves nothing. */
export const OUTCOMES = ['deleted', 'already-gone', 'failed', 'unknown', 'stopped'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** The outcome of one target, as the journal keeps it. */
export interface TargetOutcome {
  readonly jobId: string;
  /** Position in the plan's targets. */
  readonly target: number;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The RequestId of the call that decided the outcome; absent when VOD answered none. */
  readonly requestId?: string;
  readonly reason?: Reason;
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export const NO_OUTCOMES: OutcomeCounts = {
  deleted: 0,
  'already-gone': 0,
  failed: 0,
  unknown: 0,
  stopped: 0,
};

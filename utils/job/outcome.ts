import type { VodError, VodErrorKind } from '../vod/errors.ts';

/** How a target ended. `unknown`: sent, answer lost, and not settled. */
export const OUTCOMES = ['deleted', 'already-gone', 'failed', 'unknown', 'stopped'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Why a target ended as it did, beyond what VOD's error kinds say. */
export type ReasonKind =
  | VodErrorKind
  /** An answer was lost; asked again, VOD no longer has it. */
  | 'gone-after-lost-answer'
  /** A call of several that VOD refused for one of them may have deleted it; now it is gone. */
  | 'gone-after-earlier-try'
  /** An earlier try may have deleted it; the job ended before VOD could be asked. */
  | 'not-confirmed'
  /** A snapshot by its address, which VOD does not know: it is gone, or goes by VideoId only. */
  | 'snapshot-refused'
  /** The person stopped the job before this was sent. */
  | 'stopped-by-person';

export interface Reason {
  readonly kind: ReasonKind;
  /** VOD's error code, where it gave one. */
  readonly code?: string;
  /** VOD's own words, redacted. */
  readonly message?: string;
}

/** An error of VOD as a reason; its message is redacted already. */
export function reasonOf({ kind, code, message }: VodError): Reason {
  return { kind, code, message };
}

/** The outcome of one target, as the journal keeps it. */
export interface TargetOutcome {
  readonly jobId: string;
  /** Position in the plan's targets. */
  readonly target: number;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the call that settled it; absent when none was answered. */
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

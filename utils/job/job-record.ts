import type { Reason } from '../plan/reason.ts';
import type { Region } from '../vod/regions.ts';
import type { OutcomeCounts, TargetOutcome } from './outcome.ts';

/**
 * The states of a job in the write-ahead journal.
 *
 *     start ─► waiting ─► running ─► ended
 *                 │         │ ▲         ▲
 *                 ▼         ▼ │         │
 *                 └─────► paused        │   PausedFor says when it resumes
 *                           │           │
 *     Stop, from any ─► stopping ───────┘   calls under way still get their answers
 *
 * A send is written before its call. After the answer it is closed in one transaction with the
 * outcomes. A send that is open when the worker starts is a call whose answer was lost.
 */
export type JobState = 'waiting' | 'running' | 'paused' | 'stopping' | 'ended';

/** Why a job is paused, and when it resumes. */
export type PausedFor =
  /** The account has no key. Resumes when the same key is entered. */
  | 'no-key'
  /** The vault is locked. Resumes when it is unlocked. */
  | 'locked'
  /** The token has expired. Resumes when the account has another. */
  | 'expired'
  /** The credentials URI returned no credentials. Resumes when it does. */
  | 'uri'
  /** The key is not the confirmed one. Resumes when it is again, or the person says so. */
  | 'other-key'
  /** Account, region, domains or limits no longer allow the plan. Resumes when they do again. */
  | 'account-changed'
  /** VOD refuses every call of the account. Resumes when it is saved, or the person says so. */
  | 'refused'
  /** VOD throttled a call for too long. Resumes a minute later. */
  | 'throttled'
  /** VOD does not answer. Resumes a minute later. */
  | 'unreachable'
  /** The browser is offline. Resumes when it is online. */
  | 'offline'
  /** The journal could not be written, since the disk is full. Resumes a minute later. */
  | 'no-room'
  /** An error of the extension itself. Resumes a minute later. */
  | 'trouble';

/** Pauses that end without any action of the person. */
export const PASSING_PAUSES: ReadonlySet<PausedFor> = new Set([
  'throttled',
  'unreachable',
  'offline',
  'no-room',
  'trouble',
]);

/** A job without its plan. It is small, since each answer rewrites it. */
export interface JobRecord {
  readonly id: string;
  readonly state: JobState;
  readonly pausedFor?: PausedFor;
  readonly accountId: string;
  readonly accountName: string;
  readonly region: Region;
  /** The hint of the confirmed key. No other key carries the job out. */
  readonly keyHint: string;
  /** How many targets it has. */
  readonly total: number;
  /** How many of them are videos. */
  readonly videos: number;
  readonly createdAt: number;
  /** The end of the grace period: no call is sent before it. */
  readonly startsAt: number;
  readonly endedAt?: number;
  readonly counts: OutcomeCounts;
  /** Its present pace, in calls a second. */
  readonly rate?: number;
  /** The error of VOD or of the connection that paused it last. */
  readonly obstacle?: Reason;
  /** How many runs in a row ended in a passing pause without any outcome. */
  readonly waits?: number;
}

/** One call as it was sent. Without `answeredAt` no answer has come. */
export interface SendRecord {
  readonly jobId: string;
  readonly sentAt: number;
  /** Positions in the plan's targets. */
  readonly targets: readonly number[];
  readonly answeredAt?: number;
  readonly requestId?: string;
  readonly reason?: Reason;
  /** The answer was lost or proves nothing, so VOD may have carried the call out. */
  readonly mayHaveActed?: boolean;
}

/** What is written for an answer. `outcomes` is empty when the targets are tried again. */
export interface Answered {
  readonly requestId?: string;
  readonly reason?: Reason;
  readonly mayHaveActed?: boolean;
  readonly outcomes: readonly Omit<TargetOutcome, 'jobId' | 'at'>[];
  /** The present pace of the job, in calls a second. */
  readonly rate?: number;
}

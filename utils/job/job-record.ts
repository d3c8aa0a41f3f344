import type { Reason } from '../plan/reason.ts';
import type { Region } from '../vod/regions.ts';
import type { OutcomeCounts, TargetOutcome } from './outcome.ts';

/**
 * The write-ahead record of jobs.
 *
 *     start ─► waiting ─► running ─► ended
 *                 │         │ ▲         ▲
 *                 ▼         ▼ │         │
 *                 └─────► paused        │   see PausedFor for what lets it go on
 *                           │           │
 *     Stop, from any ─► stopping ───────┘   what is under way is still answered
 *
 * A send is written before its call and closed after its answer, together with the outcomes that
 * the answer settles. A send found open when the worker starts is a call whose answer was lost.
 */
export type JobState = 'waiting' | 'running' | 'paused' | 'stopping' | 'ended';

/** Why a job is paused, and what lets it go on. */
export type PausedFor =
  /** The account has no key: when the same one is entered. */
  | 'no-key'
  /** The vault is locked: when it is unlocked. */
  | 'locked'
  /** The token has ended: when the account has another. */
  | 'expired'
  /** The credentials URI gave nothing: when it does. */
  | 'uri'
  /** The key is another than was confirmed: when the person says so. */
  | 'other-key'
  /** Region or domains are others than were confirmed: when they are as they were. */
  | 'account-changed'
  /** VOD refuses whatever the account sends: when the account is saved, or the person says so. */
  | 'refused'
  /** VOD has let nothing through for long: by itself, a minute later. */
  | 'throttled'
  /** VOD does not answer: by itself, a minute later. */
  | 'unreachable'
  /** The browser is not connected: by itself, when it is. */
  | 'offline'
  /** What is to be sent could not be written down, for there is no room: by itself, when there is. */
  | 'no-room'
  /** Trouble in the extension itself: by itself, a minute later. */
  | 'trouble';

/** Pauses that end without the person. */
export const PASSING_PAUSES: ReadonlySet<PausedFor> = new Set([
  'throttled',
  'unreachable',
  'offline',
  'no-room',
  'trouble',
]);

/** A job without its plan: small, since each answer rewrites it. */
export interface JobRecord {
  readonly id: string;
  readonly state: JobState;
  readonly pausedFor?: PausedFor;
  readonly accountId: string;
  readonly accountName: string;
  readonly region: Region;
  /** The key that was confirmed, by its hint; no other one carries the job out. */
  readonly keyHint: string;
  /** How many targets it has, and how many of them are videos. */
  readonly total: number;
  readonly videos: number;
  readonly createdAt: number;
  /** When the first call may be sent: the end of the grace period. */
  readonly startsAt: number;
  readonly endedAt?: number;
  readonly counts: OutcomeCounts;
  /** Calls a second at which it is carried out now. */
  readonly rate?: number;
  /** What VOD said, or what went wrong on the way, before it was paused. */
  readonly obstacle?: Reason;
  /** How many runs in a row ended at such an obstacle without any outcome. */
  readonly waits?: number;
}

/** One call as it was sent; without `answeredAt` its answer has not come. */
export interface SendRecord {
  readonly jobId: string;
  readonly sentAt: number;
  /** Positions in the plan's targets. */
  readonly targets: readonly number[];
  readonly answeredAt?: number;
  readonly requestId?: string;
  readonly reason?: Reason;
  /** Its answer was lost or says nothing certain: VOD may have carried it out. */
  readonly mayHaveActed?: boolean;
}

/** What an answer settles; `outcomes` may be empty when the targets are tried again. */
export interface Answered {
  readonly requestId?: string;
  readonly reason?: Reason;
  readonly mayHaveActed?: boolean;
  readonly outcomes: readonly Omit<TargetOutcome, 'jobId' | 'at'>[];
  /** Calls a second at which the job is carried out now. */
  readonly rate?: number;
}

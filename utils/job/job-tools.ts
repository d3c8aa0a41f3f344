import type { Sleep } from '../async/sleep.ts';
import type { Reason } from '../plan/reason.ts';
import type { VodClient } from '../vod/client.ts';
import type { Pace } from '../vod/pace.ts';
import type { PausedFor } from './job-record.ts';
import type { Journal } from './journal.ts';

/** Why the rest of a job cannot be sent for now, and the error. */
export interface Obstacle {
  readonly pause: Extract<PausedFor, 'refused' | 'throttled' | 'unreachable' | 'offline'>;
  readonly reason: Reason;
}

/** What it takes to carry out a job. */
export interface JobTools {
  readonly client: VodClient;
  readonly journal: Journal;
  readonly pace: Pace;
  /** Ends new sends. Calls under way still get their answers. The reason `person` means Stop. */
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
  /** Whether this is the last run: targets without an answer then end as `failed` or `unknown`. */
  readonly final?: boolean;
  /** Whether the browser is connected to a network. */
  readonly online?: () => boolean;
}

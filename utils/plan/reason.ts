import type { VodError, VodErrorKind } from '../vod/errors.ts';

/** Why a target has its outcome: VOD's error kinds, and those of jobs. */
export type ReasonKind =
  | VodErrorKind
  /** An answer was lost. A later question or try shows that VOD no longer has it. */
  | 'gone-after-lost-answer'
  /** VOD refused a call of several, but may have deleted this one. Now it is gone. */
  | 'gone-after-earlier-try'
  /** An earlier try may have deleted it. The job was stopped before that could be confirmed. */
  | 'not-confirmed'
  /** VOD did not find a snapshot by its address: it is gone, or only its VideoId can delete it. */
  | 'snapshot-refused'
  /** The person stopped the job before this was sent. */
  | 'stopped-by-person';

export interface Reason {
  readonly kind: ReasonKind;
  /** VOD's error code, if there was one. */
  readonly code?: string;
  /** VOD's own message, redacted. */
  readonly message?: string;
}

/** @returns An error of VOD as a reason. The message is redacted already. */
export function reasonOf({ kind, code, message }: VodError): Reason {
  return { kind, code, message };
}

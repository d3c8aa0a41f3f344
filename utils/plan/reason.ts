import type { VodError, VodErrorKind } from '../vod/errors.ts';

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

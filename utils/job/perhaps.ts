import type { ReasonKind } from '../plan/reason.ts';
import { factsOf, isVodErrorKind } from '../vod/error-codes.ts';

/**
 * Why a target may be gone already. `lost-answer`: the answer to its call was lost. `earlier-try`:
 * VOD refused a call because of one target, and it is not documented whether it deletes the others.
 */
export type Perhaps = 'lost-answer' | 'earlier-try';

/** The reason for a target that may have been gone, and is gone. */
export const GONE_AFTER: Readonly<Record<Perhaps, ReasonKind>> = {
  'lost-answer': 'gone-after-lost-answer',
  'earlier-try': 'gone-after-earlier-try',
};

/** @returns Whether one target alone may cause this error of a call. */
export function isOneItems(kind: ReasonKind): boolean {
  return isVodErrorKind(kind) && factsOf(kind).refuses === 'item';
}

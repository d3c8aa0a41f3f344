import type { ReasonKind } from '../plan/reason.ts';

/**
 * By what a target may be gone already: a call whose answer was lost, or one of several that VOD
 * refused for one of them, of which it is not documented whether the others were deleted.
 */
export type Perhaps = 'lost-answer' | 'earlier-try';

/** Why a target that may have been gone already turned out to be gone. */
export const GONE_AFTER: Readonly<Record<Perhaps, ReasonKind>> = {
  'lost-answer': 'gone-after-lost-answer',
  'earlier-try': 'gone-after-earlier-try',
};

/** Errors that may be one item's fault, so that the others of its call are tried without it. */
const ONE_ITEM: ReadonlySet<ReasonKind> = new Set(['not-found', 'bad-parameter', 'not-own-domain']);

/** Whether an error may be the fault of one item of a call alone. */
export function isOneItems(kind: ReasonKind): boolean {
  return ONE_ITEM.has(kind);
}

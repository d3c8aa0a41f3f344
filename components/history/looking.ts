import type { HistoryFilter } from '../../utils/history/history.ts';

/** What the person looks for in the history: a filter, and words to search for. */
export interface Looking extends HistoryFilter {
  readonly words: string;
}

/** Looks for nothing, so that every job is shown. */
export const LOOKING_FOR_ALL: Looking = { words: '' };

/** Whether anything limits what is shown. */
export function isLimited({ words, accountId, outcome, state }: Looking): boolean {
  return words.trim() !== '' || [accountId, outcome, state].some((one) => one !== undefined);
}

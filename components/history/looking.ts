import type { HistoryFilter } from '../../utils/history/history.ts';

/** What the person looks for in the history: a filter and search words. */
export interface Looking extends HistoryFilter {
  readonly words: string;
}

/** No filter and no search words: all jobs are shown. */
export const LOOKING_FOR_ALL: Looking = { words: '' };

/** @returns Whether a filter or search words are set. */
export function isLimited({ words, accountId, outcome, state }: Looking): boolean {
  return words.trim() !== '' || [accountId, outcome, state].some((one) => one !== undefined);
}

import { useMemo } from 'preact/hooks';
import type { Asked } from '../../utils/plan/ask.ts';
import { answeredIn, askAboutIds, NOTHING_SAID } from '../shared/ask-about-ids.ts';
import { type Pending, useAsking } from './use-asking.ts';

/** What VOD said so far; ids that it was not asked about are named in it once the asking ended. */
export interface AskedSoFar {
  readonly asked: Asked;
  readonly pending?: Pending;
}

/**
 * Asks VOD about ids. Each is asked about once, and again only when the key was entered meanwhile.
 */
export function useAsked(
  accountId: string,
  hasKey: boolean,
  imageIds: readonly string[],
  videoIds: readonly string[],
): AskedSoFar {
  const ids = [...imageIds, ...videoIds];
  const question = hasKey && ids.length > 0 ? `${imageIds.join()} ${videoIds.join()}` : '';
  const { said, open, skip } = useAsking({
    accountId,
    question,
    nothing: NOTHING_SAID,
    ask: (before, take) => askAboutIds({ accountId, imageIds, videoIds }, before, take),
  });
  return useMemo(() => {
    const answered = answeredIn(said);
    const unasked = ids.filter((id) => !answered.has(id));
    if (!open) return { asked: { ...said, unasked } };
    return { asked: said, pending: { done: ids.length - unasked.length, all: ids.length, skip } };
  }, [said, open, ids.join()]);
}
